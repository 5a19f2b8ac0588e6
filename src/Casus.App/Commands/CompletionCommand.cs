using System.CommandLine;

namespace Casus.App.Commands;

/// <summary><c>casus completion</c>: a script that makes a shell complete commands and options by asking the program.</summary>
internal static class CompletionCommand
{
    public static Verb Build()
    {
        var shell = new Argument<string>("shell") { HelpName = "bash|zsh|fish|pwsh|markdown", Description = "The shell to write for; markdown prints the page of all commands (docs/cli.md)." };
        shell.Among("bash", "zsh", "fish", "pwsh", "markdown");
        var verb = new Verb("completion", "Print a script that makes your shell complete commands, options and their values.")
        {
            Examples =
            [
                new("source <(casus completion bash)", "For this shell; put the line into ~/.bashrc to keep it."),
                new("casus completion fish > ~/.config/fish/completions/casus.fish", "For every fish."),
            ],
        };
        verb.Add(shell);
        verb.SetAction(p =>
        {
            Console.Out.Write(Script(p.GetRequiredValue(shell)));
            return ExitCode.Ok;
        });
        return verb;
    }

    private static string Script(string shell) => shell switch
    {
        "markdown" => CliReference.Markdown(),
        "bash" => """
            _casus() {
                local line="${COMP_LINE}" point="${COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}"
                local found
                found=$("${COMP_WORDS[0]}" "[suggest:${point}]" "${line}" 2>/dev/null)
                # Options where one is begun; else what comes next, or files where nothing is offered.
                found=$(grep -v '^[-/][?h]$' <<< "${found}" | if [[ "${word}" == -* ]]; then cat; else grep -v '^-'; fi)
                COMPREPLY=($(compgen -W "${found}" -- "${word}"))
            }
            complete -o default -F _casus casus ./casus

            """,
        "zsh" => """
            #compdef casus
            _casus() {
                local -a found
                found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null | grep -v '^[-/][?h]$')}")
                compadd -a found
                _files
            }
            compdef _casus casus ./casus

            """,
        "fish" => """
            function __casus
                casus "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null | string match -v -r '^[-/][?h]$'
            end
            complete -c casus -a '(__casus)'

            """,
        _ => """
            Register-ArgumentCompleter -Native -CommandName casus -ScriptBlock {
                param($word, $ast, $position)
                casus "[suggest:$position]" "$ast" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """,
    };
}
