namespace Casus.App.Publish;

/// <summary>The look of pages that stand alone, on a screen and on paper.</summary>
internal static class HtmlStyle
{
    public const string Sheet = """
        :root { color-scheme: light; }
        body { font: 16px/1.5 serif; color: #222; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
        h1, h2, h3, th, figcaption, .note, .where, .cite { font-family: system-ui, "Segoe UI", Arial, sans-serif; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.2rem; border-bottom: 2px solid #222; margin: 2rem 0 .7rem; }
        h3 { font-size: 1rem; margin: 1.3rem 0 .4rem; }
        ul { padding-left: 1.2rem; margin: .4rem 0; }
        li { margin: .35rem 0; }
        table { border-collapse: collapse; margin: .8rem 0; font-size: .92rem; width: 100%; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #ddd; font-weight: normal; }
        th { overflow-wrap: normal; }
        thead th { font-weight: 600; font-size: .8rem; border-bottom-color: #222; }
        .facts th { width: 10rem; color: #555; font-size: .85rem; }
        .numbers td, .numbers thead th + th { text-align: right; }
        figure { margin: 1rem 0; }
        figure svg { max-width: 100%; height: auto; }
        figcaption, .note { font-size: .85rem; color: #444; }
        .cite { font-size: .78rem; color: #555; }
        .cite a { color: #1f5a94; text-decoration: none; }
        .sources { font-size: .85rem; }
        .where { color: #555; font-size: .75rem; }
        blockquote { margin: .2rem 0 .6rem; padding-left: .8rem; border-left: 3px solid #ccc; }
        mark { background: #fff1b8; color: inherit; }
        li:target { background: #eef5ff; }
        @page { size: A4; margin: 18mm 16mm; }
        @media print {
          body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }
          h2, h3 { break-after: avoid; }
          li, tr, figure { break-inside: avoid; }
          a { color: inherit; }
          mark { background: none; font-weight: 600; }
        }
        """;
}
