using System.CommandLine;
using Casus.Train;

var data = new Option<DirectoryInfo>("--data") { Description = "Folder with en_ewt-train.conllu.gz and en_gum-train.conllu.gz", Required = true };
var silver = new Option<FileInfo>("--silver") { Description = "Articles (JSON Lines with a field \"text\", plain or .gz) that two wider networks label for the shipped ones; without it these learn from the treebanks alone" };
var target = new Option<DirectoryInfo>("--out") { Description = "Folder that gets the weights and their cards", Required = true };
var work = new Option<DirectoryInfo>("--work") { Description = "Folder that keeps the teachers between runs; those found there are not trained again" };
var size = new Option<string>("--size") { Description = "accurate, fast or both", DefaultValueFactory = _ => "both" };
size.AcceptOnlyFromAmong("accurate", "fast", "both");
var passes = new Option<int>("--passes") { Description = "Passes of every network, for a quick look; 0 takes the recipe's", DefaultValueFactory = _ => 0 };
var threads = new Option<int>("--threads") { Description = "Threads; they do not change the bytes", DefaultValueFactory = _ => 2 };
var seed = new Option<int>("--seed") { Description = "Seed of every order and chance", DefaultValueFactory = _ => 1 };
var parser = new Command("parser", "Trains tokens, sentences, lemmas, tags, names and trees: models/language.bin and models/language-fast.bin") { data, silver, target, work, size, passes, threads, seed };
parser.SetAction(p => ParserTraining.Run(
    new(p.GetRequiredValue(data).FullName, p.GetValue(silver)?.FullName, p.GetRequiredValue(target).FullName, p.GetValue(work)?.FullName, p.GetValue(threads), p.GetValue(seed), p.GetValue(passes)),
    s => p.GetValue(size) is "both" or null || p.GetValue(size) == s.Word));
var parse = new Command("parse", "Reads text on standard input and writes CoNLL-U, for measuring weights before the program has them");
var weights = new Option<FileInfo>("--model") { Required = true };
var tokens = new Option<bool>("--tokens");
parse.Options.Add(weights);
parse.Options.Add(tokens);
parse.SetAction(p => ParserTraining.Parse(p.GetRequiredValue(weights).FullName, p.GetValue(tokens)));
var score = new Command("score", "Prints the card's table of scores for weights that are there") { data, weights };
var relations = new Option<bool>("--relations") { Description = "Also where heads and relations go wrong, by relation" };
score.Options.Add(relations);
score.SetAction(p => ParserTraining.Score(p.GetRequiredValue(weights).FullName, p.GetRequiredValue(data).FullName, p.GetValue(relations)));
var tables = new Command("tables", "Learns cuts, cases and lemmas anew and keeps the network of weights that are there") { data, silver, weights, seed };
tables.SetAction(p => ParserTraining.Retable(new(p.GetRequiredValue(data).FullName, p.GetValue(silver)?.FullName, "", null, 1, p.GetValue(seed)), p.GetRequiredValue(weights).FullName));
var teachers = new Command("teachers", "Prints what the teachers kept in --work are worth together") { data, work, threads };
teachers.SetAction(p => ParserTraining.ScoreTeachers(new(p.GetRequiredValue(data).FullName, null, "", p.GetValue(work)?.FullName ?? ".", p.GetValue(threads), 0)));
var attributions = new Option<FileInfo>("--attributions") { Description = "Articles with marked attributions (JSON Lines, plain or .gz)", Required = true };
var rounds = new Option<int>("--passes") { Description = "Passes over the articles", DefaultValueFactory = _ => 8 };
var language = new Option<FileInfo>("--model") { Description = "Weights that parse the articles (models/language.bin)", Required = true };
var weightsTo = new Option<DirectoryInfo>("--out") { Description = "Folder that gets the weights and their card; without it the recipe is only measured" };
var networkSize = new Option<string>("--size") { Description = "accurate or fast", DefaultValueFactory = _ => AttributionSize.Accurate.Word };
networkSize.AcceptOnlyFromAmong(AttributionSize.Accurate.Word, AttributionSize.Fast.Word);
var attribution = new Command("attribution", "Trains who says what: models/attribution.bin, or models/attribution-fast.bin") { attributions, language, weightsTo, networkSize, rounds, threads, seed };
attribution.SetAction(p => AttributionTraining.Run(new(
    AttributionSize.Of(p.GetValue(networkSize)), p.GetRequiredValue(attributions).FullName, p.GetRequiredValue(language).FullName, p.GetValue(weightsTo)?.FullName, p.GetValue(rounds), p.GetValue(seed), p.GetValue(threads))));
var knowledge = new Option<DirectoryInfo>("--knowledge") { Description = "Folder of knowledge", DefaultValueFactory = _ => new("knowledge") };
var gold = new Option<FileInfo>("--gold") { Description = "Articles with marked entities (JSON Lines: id, text, entities)", Required = true };
var gum = new Option<FileInfo>("--gum") { Description = "en_gum-train.conllu.gz, with its entities", Required = true };
var folds = new Option<int>("--folds") { Description = "Parts of the articles, each marked by a model learnt from the others", DefaultValueFactory = _ => 10 };
var predictions = new Option<FileInfo>("--predictions") { Description = "File that gets the mentions marked so" };
var names = new Command("names", "Trains what marks mentions and tells their kinds: models/names.bin") { knowledge, weights, gold, gum, target, folds, predictions, threads, seed };
names.SetAction(p => NamesTraining.Run(new(
    p.GetRequiredValue(knowledge).FullName, p.GetRequiredValue(weights).FullName, p.GetRequiredValue(gold).FullName, p.GetRequiredValue(gum).FullName, p.GetRequiredValue(target).FullName,
    p.GetValue(predictions)?.FullName, p.GetValue(folds), p.GetValue(threads), p.GetValue(seed))));
var parserWeights = new Option<FileInfo>("--parser") { Description = "Weights that parse the treebank", DefaultValueFactory = _ => new("models/language.bin") };
var linkPasses = new Option<int>("--passes") { Description = "Passes over the texts", DefaultValueFactory = _ => 6 };
CoreferenceRecipe Asked(ParseResult p, string to) =>
    new(p.GetRequiredValue(data).FullName, p.GetRequiredValue(knowledge).FullName, p.GetRequiredValue(parserWeights).FullName, to, p.GetValue(seed), p.GetValue(linkPasses));
var coreference = new Command("coreference", "Trains which words refer to the same: models/coreference.bin") { data, target, knowledge, parserWeights, linkPasses, seed };
coreference.SetAction(p => CoreferenceTraining.Run(Asked(p, p.GetRequiredValue(target).FullName)));
var chainWeights = new Option<FileInfo>("--model") { Description = "Weights of coreference; without them the rules are scored" };
var sets = new Option<string[]>("--sets") { Description = "Files to score, without .conllu.gz", AllowMultipleArgumentsPerToken = true };
var errors = new Option<bool>("--errors") { Description = "Also every link of en_gum-dev that goes wrong, and how many by form" };
var coreferenceScore = new Command("coreference-score", "Scores chains: MUC, B³, CEAF φ4 and their mean") { data, knowledge, parserWeights, chainWeights, sets, errors };
coreferenceScore.SetAction(p => CoreferenceTraining.Score(Asked(p, ""), p.GetValue(chainWeights)?.FullName, p.GetValue(sets) ?? [], p.GetValue(errors)));
var rows = new Option<FileInfo>("--rows") { Description = "Coded pairs (JSON Lines: sid, sentence, source_spans, target_spans, root)", Required = true };
var classes = new Option<FileInfo>("--classes") { Description = "Sentences with their quad class, 0 for no event (class.jsonl; roles.jsonl beside it marks the parties)" };
var own = new Option<DirectoryInfo>("--own") { Description = "Our own marked rows", DefaultValueFactory = _ => new DirectoryInfo("corpus/pairs") };
var foldModels = new Option<DirectoryInfo>("--folds") { Description = "Also write a model for each fifth that was left out of it" };
var opinion = new Command("opinion", "Trains the second opinion on codes and roles: models/opinion.bin") { rows, classes, own, foldModels, language, knowledge, weightsTo, seed };
opinion.SetAction(p => OpinionTraining.Run(
    new(p.GetRequiredValue(rows).FullName, p.GetValue(classes)?.FullName, p.GetValue(own) is { Exists: true } folder ? folder.FullName : null),
    p.GetRequiredValue(language).FullName, p.GetRequiredValue(knowledge).FullName, p.GetValue(weightsTo)?.FullName, p.GetValue(foldModels)?.FullName, p.GetValue(seed)));
var reports = new Option<FileInfo>("--reports") { Description = "Reports with the fillers of roles (JSON Lines, plain or .gz: id, text, roles)", Required = true };
var incident = new Command("incident", "Trains who and what takes part in the violence of a report in capitals: models/incident.bin") { reports, language, knowledge, weightsTo, seed };
incident.SetAction(p => IncidentTraining.Run(
    p.GetRequiredValue(reports).FullName, p.GetRequiredValue(language).FullName, p.GetRequiredValue(knowledge).FullName, p.GetValue(weightsTo)?.FullName, p.GetValue(seed)));
var judged = new Option<FileInfo>("--pairs") { Description = "Judged pairs of reports: a, b, verdict, kind", DefaultValueFactory = _ => new FileInfo("tests/Casus.Tests/Events/linking-pairs.tsv") };
var judgedRows = new Option<FileInfo>("--gold") { Description = "The reports that the pairs name (JSON Lines: id, text); without them our own corpus alone is learnt from" };
var retold = new Option<FileInfo>("--own") { Description = "Our own articles that tell the same happenings", DefaultValueFactory = _ => new FileInfo("corpus/linking.jsonl") };
var linking = new Command("linking", "Trains whether two claims tell one happening: models/linking.tsv") { judged, judgedRows, retold, language, knowledge, weightsTo };
linking.SetAction(p => LinkTraining.Run(
    p.GetValue(judged)?.FullName, p.GetValue(judgedRows)?.FullName, p.GetValue(retold)!.FullName, p.GetRequiredValue(language).FullName, p.GetRequiredValue(knowledge).FullName, p.GetValue(weightsTo)?.FullName));
return new RootCommand("Trains the models of Casus") { linking, parser, names, attribution, coreference, opinion, incident, tables, teachers, parse, score, coreferenceScore }.Parse(args).Invoke();
