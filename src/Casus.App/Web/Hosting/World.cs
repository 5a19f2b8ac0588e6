using Casus.Knowledge;

namespace Casus.App.Web;

/// <summary>What the program knows, loaded once beside the first requests, and a reader for tried sentences.</summary>
internal sealed class World
{
    private readonly Task<Engine> engine;
    private readonly Lock reading = new();
    private readonly Lazy<Reader> reader;
    private readonly Lazy<Linker> linker;

    public World(ServeOptions options)
    {
        engine = Task.Run(() => Construction.Load(options.Knowledge, options.Gazetteer));
        reader = new(() => Engine.NewReader());
        linker = new(() => Engine.NewLinker());
    }

    /// <summary>Ends when all is loaded, or with what is wrong in it.</summary>
    public Task Loading => engine;

    public Engine Engine => engine.GetAwaiter().GetResult();

    public KnowledgeBase Knowledge => Engine.Knowledge;

    public Linker Linker => linker.Value;

    /// <summary>A reader serves one at a time.</summary>
    public T Reading<T>(Func<Reader, T> read)
    {
        lock (reading)
        {
            return read(reader.Value);
        }
    }
}
