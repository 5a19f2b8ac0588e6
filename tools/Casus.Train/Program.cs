using System.CommandLine;
using Casus.Train;

var data = new Option<DirectoryInfo>("--data") { Description = "Folder with en_ewt-train.conllu.gz and en_gum-train.conllu.gz", Required = true };
var target = new Option<DirectoryInfo>("--out") { Description = "Folder that gets language.bin and parser.card.md", Required = true };
var hidden = new Option<int>("--hidden") { Description = "Width of the network, one direction; 0 trains no network", DefaultValueFactory = _ => 192 };
var epochs = new Option<int>("--epochs") { Description = "Passes over the treebanks", DefaultValueFactory = _ => 10 };
var threads = new Option<int>("--threads") { Description = "Threads; part of the recipe, as sums are made in parts of a batch", DefaultValueFactory = _ => 2 };
var seed = new Option<int>("--seed") { Description = "Seed of every order and chance", DefaultValueFactory = _ => 1 };
var parser = new Command("parser", "Trains tokens, sentences, lemmas, tags and trees from EWT and GUM") { data, target, hidden, epochs, threads, seed };
parser.SetAction(p => ParserTraining.Run(new(p.GetRequiredValue(data).FullName, p.GetRequiredValue(target).FullName, p.GetValue(hidden), p.GetValue(epochs), p.GetValue(threads), p.GetValue(seed))));
var parse = new Command("parse", "Reads text on standard input and writes CoNLL-U, for measuring weights before the program has them");
var weights = new Option<FileInfo>("--model") { Required = true };
var tokens = new Option<bool>("--tokens");
parse.Options.Add(weights);
parse.Options.Add(tokens);
parse.SetAction(p => ParserTraining.Parse(p.GetRequiredValue(weights).FullName, p.GetValue(tokens)));
return new RootCommand("Trains the models of Casus") { parser, parse }.Parse(args).Invoke();
