using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.Knowledge;

/// <summary>The smallest knowledge that loads: one file of each kind.</summary>
internal static class SmallKnowledge
{
    public static KnowledgeFile[] Files =>
    [
        new("ontology/aid.yaml", """
            name: AID
            quad: 2
            score: 10
            target-required: true
            cameo: "07"
            definition: Gives the other side something that helps it.
            includes: [money, arms]
            excludes: [promises of help]
            words: [aid, relief]
            crosswalk: { cameo: ["07"], acled: [], ucdp: [] }
            telling: [aid, by, to]
            modes:
              - name: relief
                score: 10
                definition: Food and shelter.
            """),
        new("actors/countries.tsv", """
            # comment
            alpha3	alpha2	name	names	adjectives	people	capitals	seats
            AFG	AF	Afghanistan		Afghan	Afghans	Kabul	
            PAK	PK	Pakistan		Pakistani	Pakistanis	Islamabad	
            """),
        new("actors/theatre.yaml", """
            - id: AFG.TALIBAN
              name: Afghan Taliban
              code: AFGREB
              kind: armed-group
              class: militant
              country: AFG
              names: [Taliban]
              needs-context:
                - { text: [Emirate, the Emirate], context: [AFG, Taliban] }
              ties:
                - { kind: part-of, to: AFG.GOV, valid: 2021-08-15.., source: took Kabul that day }
              roles:
                - { code: AFGREB, class: militant, valid: ..2021-08-14 }
                - { code: AFGGOV, class: government, valid: 2021-08-15.. }
              source: own words
            - id: AFG.P.MUTTAQI
              name: Amir Khan Muttaqi
              code: AFGELI
              kind: person
              class: politician
              country: AFG
              ties:
                - { kind: speaks-for, to: AFG.TALIBAN, as: foreign minister, valid: 2021-09-07.. }
              source: own words
            """),
        new("places/countries.tsv", """
            id	name	kind	country	lat	lon
            AF	Afghanistan	country	AFG	33	65
            """),
        new("places/admin1.tsv", """
            id	name	kind	country	admin1	names
            AF-PKA	Paktika	admin1	AFG		Paktika Province|Paktia-e Janubi
            af.barmal	Barmal	admin2	AFG	AF-PKA	Bermal
            """),
        new("sets/relief-goods.tsv", """
            word	note
            tent	
            blanket	
            """),
        new("patterns/aid.yaml", """
            - id: aid.relief.01
              type: AID
              modes: [relief]
              cameo: "073"
              weight: 0.9
              trigger: { verbs: [deliver] }
              require: { object: ["@relief-goods"] }
              yes:
                - { text: "Oslo delivered tents to the valley.", initiator: Oslo, mode: relief }
              no:
                - "Oslo delivered a warning."
            """),
    ];

    public static KnowledgeFile[] With(string path, string text) =>
        [.. Files.Where(f => f.Path != path), new KnowledgeFile(path, text)];

    public static KnowledgeFile[] Changed(string path, string old, string @new)
    {
        string text = Files.Single(f => f.Path == path).Text;
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(path, text.Replace(old, @new, StringComparison.Ordinal));
    }
}
