using System.Text;

namespace Casus.App.Commands;

/// <summary>A password from the terminal, which does not show it, or the first line of standard input.</summary>
internal static class PasswordPrompt
{
    public static string Ask(string name, bool fromInput)
    {
        if (fromInput)
        {
            return Console.In.ReadLine() ?? throw Trouble.Usage("Standard input holds no password: give it as its first line.");
        }

        if (Console.IsInputRedirected)
        {
            throw Trouble.Usage("There is no terminal to ask for a password: --stdin takes the first line of standard input.");
        }

        string password = Hidden($"Password for {name}: ");
        return Hidden("The same again: ") == password ? password : throw Trouble.Usage("The two are not the same: nothing was changed.");
    }

    private static string Hidden(string words)
    {
        Console.Error.Write(words);
        var typed = new StringBuilder();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
