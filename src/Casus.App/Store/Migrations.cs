using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>The way from nothing, or from an older version, to the present schema. Each step runs in one transaction with its version number.</summary>
/// <param name="Schema">schema.sql: makes a new store; it sets user_version itself.</param>
/// <param name="Steps">The first brings version 1 to 2, the next 2 to 3 … They are never changed once released.</param>
internal sealed record Migrations(string Schema, ImmutableArray<string> Steps)
{
    public static Migrations Shipped { get; } = new(ReadSchema(), [ArticlesAndTolls, Net, RecordsOfArchives, PartsOfArticles, Overlaps, Links, Judgements, Dyads, Questions, Views, Growth, Charsets, Settings, ActorEvents, Followed, Counts, Touched, Neighbours, UpperBounds, Killed, Filters, Factualities, Happenings]);

    /// <summary>Version 2: events tell in how many articles they stand and every kind of toll.</summary>
    private const string ArticlesAndTolls = """
        ALTER TABLE event ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE event ADD COLUMN tolls TEXT NOT NULL DEFAULT '[]';
        UPDATE event SET articles = json_array_length(record, '$.articles'), tolls = (
            SELECT json_group_array(json_array(lower(json_extract(t.value, '$.value.kind')), json_extract(t.value, '$.value.min'), json_extract(t.value, '$.value.max')))
            FROM json_each(record, '$.tolls') t);
        """;

    /// <summary>Version 3: what was fetched from the net, and feeds.</summary>
    private const string Net = """
        CREATE TABLE IF NOT EXISTS visit (
            address TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('page', 'feed')),
            final TEXT,
            etag TEXT,
            modified TEXT,
            page_id TEXT,
            feed TEXT,
            changed TEXT,
            status INTEGER,
            reason TEXT,
            detail TEXT,
            failures INTEGER NOT NULL,
            tried_at TEXT NOT NULL,
            fetched_at TEXT
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS visit_by_feed ON visit (feed);
        CREATE INDEX IF NOT EXISTS visit_by_page ON visit (page_id);
        CREATE TABLE IF NOT EXISTS listing (
            page_id TEXT PRIMARY KEY REFERENCES page (id),
            day TEXT NOT NULL,
            quote TEXT NOT NULL,
            feed TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS feed (
            address TEXT PRIMARY KEY,
            added_at TEXT NOT NULL
        ) WITHOUT ROWID;
        """;

    /// <summary>Version 4: where in an archive a page was kept, and which program read it.</summary>
    private const string RecordsOfArchives = """
        ALTER TABLE page ADD COLUMN engine TEXT NOT NULL DEFAULT '';
        ALTER TABLE page ADD COLUMN record_id TEXT;
        ALTER TABLE page ADD COLUMN record_at TEXT;
        ALTER TABLE page ADD COLUMN captured_at TEXT;
        """;

    /// <summary>Version 5: articles that are parts of a whole.</summary>
    private const string PartsOfArticles = """
        ALTER TABLE article ADD COLUMN whole TEXT;
        ALTER TABLE article ADD COLUMN part INTEGER;
        ALTER TABLE article ADD COLUMN parts INTEGER;
        """;

    /// <summary>Version 6: what comparing texts has found. Stories are formed anew by the next linking, which is due.</summary>
    private const string Overlaps = """
        CREATE TABLE IF NOT EXISTS overlap (a TEXT NOT NULL, b TEXT NOT NULL, is_story INTEGER NOT NULL, shared INTEGER NOT NULL, smaller INTEGER NOT NULL, larger INTEGER NOT NULL, longest INTEGER NOT NULL, PRIMARY KEY (a, b, is_story)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS passage (article_id TEXT NOT NULL, other_id TEXT NOT NULL, words INTEGER NOT NULL, PRIMARY KEY (article_id, other_id)) WITHOUT ROWID;
        UPDATE state SET value = '1' WHERE key = 'unlinked';
        """;

    /// <summary>Version 7: what linking has seen, and episodes. All is linked anew by the next run, which is due.</summary>
    private const string Links = """
        CREATE TABLE IF NOT EXISTS linked_article (
            article_id TEXT PRIMARY KEY,
            story_id TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS linked_claim (
            article_id TEXT NOT NULL,
            claim_id TEXT NOT NULL,
            component TEXT NOT NULL,
            PRIMARY KEY (article_id, claim_id)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS linked_claim_by_component ON linked_claim (component);
        CREATE TABLE IF NOT EXISTS claim_block (
            block INTEGER NOT NULL,
            article_id TEXT NOT NULL,
            claim_id TEXT NOT NULL,
            PRIMARY KEY (block, article_id, claim_id)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS claim_block_by_claim ON claim_block (article_id, claim_id);
        CREATE TABLE IF NOT EXISTS episode (
            id TEXT PRIMARY KEY,
            events INTEGER NOT NULL,
            day_from TEXT,
            day_to TEXT,
            record TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS episode_event (
            event_id TEXT PRIMARY KEY,
            episode_id TEXT NOT NULL,
            position INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS episode_event_by_episode ON episode_event (episode_id, position);
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 8: what people have judged, and what each article was coded with.</summary>
    private const string Judgements = """
        CREATE TABLE IF NOT EXISTS judgement (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            made_at TEXT NOT NULL,
            made_by TEXT NOT NULL,
            verb TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'correct', 'same', 'different', 'split', 'withdraw')),
            subject_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            other_id TEXT,
            other TEXT,
            field TEXT,
            value TEXT,
            said TEXT,
            reason TEXT,
            withdraws TEXT
        );
        CREATE INDEX IF NOT EXISTS judgement_by_subject ON judgement (subject_id);
        CREATE TRIGGER IF NOT EXISTS judgement_stays BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are withdrawn, never deleted'); END;
        CREATE TRIGGER IF NOT EXISTS judgement_holds BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are withdrawn, never changed'); END;
        CREATE TABLE IF NOT EXISTS judgement_outcome (
            judgement_id TEXT PRIMARY KEY,
            outcome TEXT NOT NULL,
            event_id TEXT,
            detail TEXT
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS judgement_outcome_by_event ON judgement_outcome (event_id);
        CREATE TABLE IF NOT EXISTS judgement_dispute (
            position INTEGER PRIMARY KEY,
            holds TEXT,
            judgements TEXT NOT NULL,
            says TEXT NOT NULL
        );
        ALTER TABLE article ADD COLUMN coded_with TEXT NOT NULL DEFAULT '';
        UPDATE article SET coded_with = (SELECT p.knowledge || '|' || p.model || '|' || p.engine FROM page p WHERE p.id = article.page_id);
        """;

    /// <summary>Version 9: what passed between pairs of actors, by month.</summary>
    private const string Dyads = """
        CREATE TABLE IF NOT EXISTS dyad (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            events INTEGER NOT NULL,
            exact_events INTEGER NOT NULL,
            hostile INTEGER NOT NULL,
            cooperative INTEGER NOT NULL,
            killed INTEGER NOT NULL,
            first_month TEXT,
            last_month TEXT,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS dyad_by_events ON dyad (events);
        CREATE INDEX IF NOT EXISTS dyad_by_second ON dyad (second);

        CREATE TABLE IF NOT EXISTS dyad_month (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            month TEXT NOT NULL,
            way INTEGER NOT NULL,
            exact INTEGER NOT NULL,
            verbal_cooperation INTEGER NOT NULL,
            material_cooperation INTEGER NOT NULL,
            verbal_conflict INTEGER NOT NULL,
            material_conflict INTEGER NOT NULL,
            score INTEGER NOT NULL,
            goldstein INTEGER NOT NULL,
            killed INTEGER NOT NULL,
            killed_most INTEGER NOT NULL,
            injured INTEGER NOT NULL,
            injured_most INTEGER NOT NULL,
            open INTEGER NOT NULL,
            PRIMARY KEY (first, second, month, way, exact)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS dyad_event (
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            month TEXT NOT NULL,
            event_id TEXT NOT NULL,
            way INTEGER NOT NULL,
            exact INTEGER NOT NULL,
            quad INTEGER NOT NULL,
            score INTEGER NOT NULL,
            PRIMARY KEY (first, second, month, event_id)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS record_month (
            month TEXT PRIMARY KEY,
            events INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE INDEX IF NOT EXISTS claim_beside_events ON claim (kind, day_from) WHERE kind <> 'event';

        -- Linking runs again and fills them.
        UPDATE state SET value = '1' WHERE key = 'unlinked' AND EXISTS (SELECT 1 FROM event);
        """;

    /// <summary>Version 10: what questions narrow by. Sentences are filled in by the first search, the rest by the next linking, which is due.</summary>
    private const string Questions = """
        CREATE TABLE IF NOT EXISTS actor_name (
            name TEXT NOT NULL COLLATE NOCASE,
            actor_id TEXT NOT NULL,
            PRIMARY KEY (name, actor_id)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS actor_whole (
            whole_id TEXT NOT NULL,
            actor_id TEXT NOT NULL,
            since TEXT NOT NULL,
            until TEXT NOT NULL,
            PRIMARY KEY (whole_id, actor_id, since, until)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS place (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            latitude REAL,
            longitude REAL,
            within TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sentence (
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            text TEXT NOT NULL,
            UNIQUE (article_id, number)
        );
        CREATE VIRTUAL TABLE IF NOT EXISTS sentence_words USING fts5 (text, content = 'sentence', content_rowid = 'id', tokenize = "porter unicode61 remove_diacritics 2");
        CREATE TRIGGER IF NOT EXISTS sentence_added AFTER INSERT ON sentence BEGIN INSERT INTO sentence_words (rowid, text) VALUES (new.id, new.text); END;
        CREATE TRIGGER IF NOT EXISTS sentence_gone AFTER DELETE ON sentence BEGIN INSERT INTO sentence_words (sentence_words, rowid, text) VALUES ('delete', old.id, old.text); END;
        CREATE TRIGGER IF NOT EXISTS article_gone AFTER DELETE ON article BEGIN DELETE FROM sentence WHERE article_id = old.id; END;
        CREATE INDEX IF NOT EXISTS claim_by_place ON claim (place_id);
        ALTER TABLE claim ADD COLUMN score REAL;
        UPDATE claim SET score = json_extract(record, '$.score') WHERE kind = 'event';
        ALTER TABLE event ADD COLUMN modes TEXT NOT NULL DEFAULT '';
        UPDATE event SET modes = coalesce('|' || (SELECT group_concat(m.value, '|') FROM json_each(record, '$.modes') m) || '|', '');
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        INSERT INTO state (key, value) SELECT 'unsearched', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 11: what the console lists and sums. Doubt is told by the next linking, which is due and joins all anew.</summary>
    private const string Views = """
        ALTER TABLE event ADD COLUMN dissent INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE event ADD COLUMN doubt REAL NOT NULL DEFAULT 0;
        ALTER TABLE event ADD COLUMN weight INTEGER GENERATED ALWAYS AS (
            4 * min(stories - 1, 3) + 2 * min(articles - 1, 2)
            + CASE WHEN killed_min IS NULL AND injured_min IS NULL THEN 2 * (tolls <> '[]') ELSE 2 * length(coalesce(killed_min, 0) + coalesce(injured_min, 0)) END
            + CASE quad WHEN 4 THEN 3 WHEN 3 THEN 1 ELSE 0 END
            + (initiators <> '') + (targets <> '') + (place IS NOT NULL) - 6 * (factuality = 'historical')) VIRTUAL;
        DROP INDEX IF EXISTS event_by_type;
        CREATE INDEX event_by_type ON event (type, day_from, day_to, quad, place_id, killed_min, injured_min, factuality);
        DROP INDEX IF EXISTS event_by_day;
        CREATE INDEX event_by_day ON event (day_from, type, day_to, quad, place_id, killed_min, injured_min, factuality);
        CREATE INDEX event_by_latest ON event (day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id);
        CREATE INDEX event_by_weight ON event (weight DESC, day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id);
        CREATE INDEX event_by_doubt ON event (doubt DESC, id);
        CREATE INDEX event_by_dissent ON event (dissent) WHERE dissent > 0;
        CREATE TABLE month_sum (month TEXT NOT NULL, type TEXT NOT NULL, quad INTEGER NOT NULL, events INTEGER NOT NULL, killed INTEGER NOT NULL, injured INTEGER NOT NULL, PRIMARY KEY (month, type)) WITHOUT ROWID;
        CREATE TABLE place_sum (place_id TEXT PRIMARY KEY, quad INTEGER NOT NULL, events INTEGER NOT NULL, killed INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE actor_sum (actor_id TEXT PRIMARY KEY, initiator INTEGER NOT NULL, target INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX dyad_month_by_month ON dyad_month (month, exact);
        INSERT INTO actor_sum SELECT actor_id, sum(role = 'initiator'), sum(role = 'target') FROM event_actor GROUP BY actor_id;
        INSERT INTO month_sum SELECT coalesce(substr(coalesce(day_from, day_to), 1, 7), ''), type, max(quad), count(*), coalesce(sum(killed_min), 0), coalesce(sum(injured_min), 0) FROM event GROUP BY 1, 2;
        INSERT INTO place_sum SELECT place_id, max(quad), count(*), coalesce(sum(killed_min), 0) FROM event WHERE place_id IS NOT NULL GROUP BY place_id;
        UPDATE event SET dissent = (SELECT count(*) FROM json_each(record, '$.tolls') t WHERE json_array_length(t.value, '$.dissent') > 0)
            + (coalesce(json_array_length(record, '$.time.dissent'), 0) > 0) + (coalesce(json_array_length(record, '$.place.dissent'), 0) > 0)
            + (coalesce(json_array_length(record, '$.initiators.dissent'), 0) > 0) + (coalesce(json_array_length(record, '$.targets.dissent'), 0) > 0);
        DELETE FROM state WHERE key = 'linked-by';
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 12: what texts are found by, and indexes without which adding to a large store walks all of it. Stories are formed anew by the next linking, which is due.</summary>
    private const string Growth = """
        CREATE INDEX IF NOT EXISTS overlap_by_b ON overlap (b);
        CREATE TABLE IF NOT EXISTS indexed_text (number INTEGER PRIMARY KEY, article_id TEXT NOT NULL UNIQUE, same TEXT, searched INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS indexed_text_by_same ON indexed_text (same);
        CREATE TABLE IF NOT EXISTS key_segment (id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, entries INTEGER NOT NULL, firsts BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS key_chunk (id INTEGER PRIMARY KEY, entries BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS article_by_page ON article (page_id);
        CREATE INDEX IF NOT EXISTS article_by_text ON article (text_id);
        CREATE INDEX IF NOT EXISTS page_by_article ON page (article_id);
        CREATE INDEX IF NOT EXISTS event_by_place ON event (place_id);
        CREATE INDEX IF NOT EXISTS claim_link_from ON claim_link (from_id) WHERE kind <> 'same';
        CREATE INDEX IF NOT EXISTS claim_link_to ON claim_link (to_id) WHERE kind <> 'same';
        CREATE INDEX IF NOT EXISTS dyad_by_exact ON dyad (exact_events);
        DELETE FROM state WHERE key = 'stories-by';
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 13: the charset that the head of a response stated.</summary>
    private const string Charsets = "ALTER TABLE page ADD COLUMN charset TEXT;";

    /// <summary>Version 14: what an article tells of days and places as a whole, the days of a claim beside its blocks, and an index of claims with names that wait for review. All is linked anew, since pairs weigh otherwise with it.</summary>
    private const string Settings = """
        ALTER TABLE linked_article ADD COLUMN setting TEXT;
        ALTER TABLE claim_block ADD COLUMN first INTEGER;
        ALTER TABLE claim_block ADD COLUMN last INTEGER;
        CREATE INDEX IF NOT EXISTS claim_with_new_name ON claim (article_id, position) WHERE kind = 'event' AND instr(record, '"provisional"') > 0;
        DELETE FROM state WHERE key = 'linked-by';
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 15: events by actor, with those for whom actors act, and their sums. Filled from what linking has written.</summary>
    internal const string ActorEvents = """
        CREATE TABLE IF NOT EXISTS actor_event (
            actor_id TEXT NOT NULL,
            undated INTEGER NOT NULL,
            day TEXT NOT NULL,
            event_id TEXT NOT NULL,
            until TEXT NOT NULL,
            exact INTEGER NOT NULL,
            roles INTEGER NOT NULL,
            PRIMARY KEY (actor_id, undated, day DESC, event_id)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS actor_month (
            actor_id TEXT NOT NULL,
            month TEXT NOT NULL,
            type TEXT NOT NULL,
            quad INTEGER NOT NULL,
            exact INTEGER NOT NULL,
            events INTEGER NOT NULL,
            killed INTEGER NOT NULL,
            injured INTEGER NOT NULL,
            PRIMARY KEY (actor_id, month, type, quad, exact)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS actor_place (
            actor_id TEXT NOT NULL,
            place_id TEXT NOT NULL,
            type TEXT NOT NULL,
            quad INTEGER NOT NULL,
            exact INTEGER NOT NULL,
            events INTEGER NOT NULL,
            killed INTEGER NOT NULL,
            PRIMARY KEY (actor_id, place_id, type, quad, exact)
        ) WITHOUT ROWID;

        INSERT INTO actor_event
            SELECT s.actor_id, e.day_from IS NULL, coalesce(e.day_from, e.day_to, ''), e.id, coalesce(e.day_to, e.day_from, ''), max(s.exact), sum(s.role)
            FROM (
                SELECT event_id, actor_id, 1 AS exact, CASE role WHEN 'initiator' THEN 1 ELSE 2 END AS role FROM event_actor
                UNION ALL
                SELECT a.event_id, w.whole_id, 0, 0 FROM event_actor a JOIN actor_whole w ON w.actor_id = a.actor_id AND w.whole_id <> a.actor_id JOIN event d ON d.id = a.event_id
                WHERE CASE WHEN d.day_from IS NULL AND d.day_to IS NULL THEN w.since = '' AND w.until = '~' ELSE coalesce(d.day_to, d.day_from) BETWEEN w.since AND w.until END) s
            JOIN event e ON e.id = s.event_id GROUP BY s.actor_id, e.id;
        INSERT INTO actor_month
            SELECT x.actor_id, substr(x.day, 1, 7), e.type, e.quad, x.exact, count(*), coalesce(sum(e.killed_min), 0), coalesce(sum(e.injured_min), 0)
            FROM actor_event x JOIN event e ON e.id = x.event_id GROUP BY 1, 2, 3, 4, 5;
        INSERT INTO actor_place
            SELECT x.actor_id, e.place_id, e.type, e.quad, x.exact, count(*), coalesce(sum(e.killed_min), 0)
            FROM actor_event x JOIN event e ON e.id = x.event_id WHERE e.place_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5;
        """;

    /// <summary>Version 16: what followers know of events. Those of an earlier version are taken as known; the next linking tells what it changed of them.</summary>
    private const string Followed = """
        CREATE TABLE IF NOT EXISTS event_change (
            event_id TEXT PRIMARY KEY,
            seq INTEGER NOT NULL UNIQUE,
            link INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
            hash TEXT NOT NULL
        ) WITHOUT ROWID;
        INSERT OR IGNORE INTO event_change (event_id, seq, link, kind, hash) SELECT id, row_number() OVER (ORDER BY id), 0, 'added', '' FROM event;
        """;

    /// <summary>Version 17: what lists and the first view count is found through indexes and sums: times are entered where they begin, rows are counted as they come and go.</summary>
    private const string Counts = """
        DROP INDEX IF EXISTS event_by_type;
        DROP INDEX IF EXISTS event_by_day;
        DROP INDEX IF EXISTS event_by_dissent;
        ALTER TABLE event DROP COLUMN place_within;
        CREATE INDEX IF NOT EXISTS event_by_day ON event (CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, type, quad, place_id, killed_min, injured_min, factuality);
        CREATE INDEX IF NOT EXISTS event_by_type ON event (type, CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, quad, place_id, killed_min, injured_min, factuality);
        CREATE INDEX IF NOT EXISTS event_by_dissent ON event (dissent * (2 + coalesce(killed_min, 0) + coalesce(injured_min, 0)) DESC, id) WHERE dissent > 0;
        CREATE INDEX IF NOT EXISTS article_by_published ON article (published IS NULL, published DESC);
        CREATE INDEX IF NOT EXISTS story_by_editions ON story (editions DESC);
        CREATE TABLE IF NOT EXISTS toll_sum (
            kind TEXT NOT NULL,
            place_id TEXT NOT NULL,
            month TEXT NOT NULL,
            events INTEGER NOT NULL,
            least INTEGER NOT NULL,
            most INTEGER NOT NULL,
            bounded INTEGER NOT NULL,
            PRIMARY KEY (kind, place_id, month)
        ) WITHOUT ROWID;
        """ + TollSums + """
        CREATE TABLE IF NOT EXISTS total (
            what TEXT PRIMARY KEY,
            rows INTEGER NOT NULL
        ) WITHOUT ROWID;
        INSERT OR REPLACE INTO total (what, rows) SELECT 'page', count(*) FROM page UNION ALL SELECT 'article', count(*) FROM article UNION ALL SELECT 'claim', count(*) FROM claim UNION ALL SELECT 'story', count(*) FROM story;
        CREATE TRIGGER IF NOT EXISTS page_counted AFTER INSERT ON page BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'page'; END;
        CREATE TRIGGER IF NOT EXISTS page_discounted AFTER DELETE ON page BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'page'; END;
        CREATE TRIGGER IF NOT EXISTS article_counted AFTER INSERT ON article BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'article'; END;
        CREATE TRIGGER IF NOT EXISTS article_discounted AFTER DELETE ON article BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'article'; END;
        CREATE TRIGGER IF NOT EXISTS claim_counted AFTER INSERT ON claim BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'claim'; END;
        CREATE TRIGGER IF NOT EXISTS claim_discounted AFTER DELETE ON claim BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'claim'; END;
        CREATE TRIGGER IF NOT EXISTS story_counted AFTER INSERT ON story BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'story'; END;
        CREATE TRIGGER IF NOT EXISTS story_discounted AFTER DELETE ON story BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'story'; END;
        """;

    /// <summary>Of all events that the store holds.</summary>
    internal const string TollSums = """
        DELETE FROM toll_sum;
        WITH counted (kind, place_id, month, least, most) AS MATERIALIZED (
            SELECT json_extract(t.value, '$[0]'), coalesce(e.place_id, ''), substr(e.day_from, 1, 7), json_extract(t.value, '$[1]'), json_extract(t.value, '$[2]')
            FROM event e, json_each(e.tolls) t WHERE e.tolls <> '[]' AND substr(e.day_from, 1, 7) = substr(e.day_to, 1, 7))
        INSERT INTO toll_sum
            SELECT kind, '', month, count(*), sum(least), coalesce(sum(most), 0), count(most) FROM counted GROUP BY kind, month
            UNION ALL SELECT kind, place_id, month, count(*), sum(least), coalesce(sum(most), 0), count(most) FROM counted WHERE place_id <> '' GROUP BY kind, place_id, month;
        """;

    /// <summary>Version 18: what linking compares of claims stands beside their blocks, and what is new is noted when it comes. All is linked anew.</summary>
    private const string Touched = """
        DROP TABLE IF EXISTS linked_claim;
        DROP TABLE IF EXISTS claim_block;
        ALTER TABLE linked_article ADD COLUMN judged TEXT;
        CREATE INDEX linked_article_judged ON linked_article (article_id, judged) WHERE judged IS NOT NULL;
        CREATE TABLE linked_claim (
            number INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            claim_id TEXT NOT NULL,
            component TEXT NOT NULL,
            row BLOB NOT NULL,
            UNIQUE (article_id, claim_id)
        );
        CREATE INDEX linked_claim_by_component ON linked_claim (component);
        CREATE TABLE claim_block (
            block INTEGER NOT NULL,
            claim INTEGER NOT NULL,
            first INTEGER,
            last INTEGER,
            PRIMARY KEY (block, claim)
        ) WITHOUT ROWID;
        CREATE TABLE touched_article (article_id TEXT PRIMARY KEY) WITHOUT ROWID;
        INSERT INTO touched_article SELECT id FROM article UNION SELECT article_id FROM linked_article;
        CREATE TRIGGER article_touched AFTER INSERT ON article BEGIN INSERT OR IGNORE INTO touched_article VALUES (new.id); END;
        CREATE TRIGGER article_left AFTER DELETE ON article BEGIN INSERT OR IGNORE INTO touched_article VALUES (old.id); END;
        CREATE TRIGGER edition_touched AFTER INSERT ON edition BEGIN INSERT OR IGNORE INTO touched_article VALUES (new.article_id); END;
        CREATE TRIGGER link_left AFTER DELETE ON linked_article BEGIN INSERT OR IGNORE INTO touched_article VALUES (old.article_id); END;
        DELETE FROM state WHERE key = 'linked-by';
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 19: what tells without reading more that two texts, or two claims, have nothing in common; blocks of one week lie together; episodes are counted. Stories are formed and all is linked anew.</summary>
    private const string Neighbours = """
        DROP TABLE indexed_text;
        CREATE TABLE indexed_text (number INTEGER PRIMARY KEY, article_id TEXT NOT NULL UNIQUE, same TEXT, searched INTEGER NOT NULL, marks BLOB NOT NULL);
        CREATE INDEX indexed_text_by_same ON indexed_text (same);
        DROP TABLE claim_block;
        CREATE TABLE claim_block (
            block INTEGER NOT NULL,
            claim INTEGER NOT NULL,
            first INTEGER,
            last INTEGER,
            place TEXT,
            PRIMARY KEY (block, claim)
        ) WITHOUT ROWID;
        INSERT OR REPLACE INTO total (what, rows) SELECT 'episode', count(*) FROM episode;
        CREATE TRIGGER IF NOT EXISTS episode_counted AFTER INSERT ON episode BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'episode'; END;
        CREATE TRIGGER IF NOT EXISTS episode_discounted AFTER DELETE ON episode BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'episode'; END;
        DELETE FROM state WHERE key IN ('stories-by', 'linked-by');
        INSERT INTO state (key, value) SELECT 'unlinked', '1' WHERE EXISTS (SELECT 1 FROM article) ON CONFLICT (key) DO UPDATE SET value = '1';
        """;

    /// <summary>Version 20: the index of events by day holds the upper bounds of tolls.</summary>
    private const string UpperBounds = """
        DROP INDEX IF EXISTS event_by_day;
        CREATE INDEX event_by_day ON event (CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, type, quad, place_id, killed_min, injured_min, factuality, killed_max, injured_max);
        """;

    /// <summary>Version 21: claims tell how many were killed beside their records, and are found by it; events tell how sure the surest of their claims is, and so do the indexes by which they are walked.</summary>
    private const string Killed = """
        ALTER TABLE claim ADD COLUMN killed_min INTEGER;
        UPDATE claim SET killed_min = (SELECT max(json_extract(t.value, '$.min')) FROM json_each(record, '$.tolls') t WHERE json_extract(t.value, '$.kind') = 'Killed') WHERE kind = 'event';
        CREATE INDEX claim_by_killed ON claim (killed_min) WHERE killed_min IS NOT NULL;
        ALTER TABLE event ADD COLUMN surest REAL NOT NULL DEFAULT 0;
        UPDATE event SET surest = coalesce((SELECT max(c.score) FROM event_claim x JOIN claim c ON c.id = x.claim_id WHERE x.event_id = event.id), 0);
        DROP INDEX IF EXISTS event_by_day; DROP INDEX IF EXISTS event_by_type; DROP INDEX IF EXISTS event_by_latest; DROP INDEX IF EXISTS event_by_weight;
        CREATE INDEX event_by_day ON event (CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, type, quad, place_id, killed_min, injured_min, factuality, killed_max, injured_max, surest);
        CREATE INDEX event_by_type ON event (type, CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, quad, place_id, killed_min, injured_min, factuality, surest);
        CREATE INDEX event_by_latest ON event (day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id, surest);
        CREATE INDEX event_by_weight ON event (weight DESC, day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id, surest);
        """;

    /// <summary>Version 22: whatever lists are narrowed by stands in the indexes by which they are walked; events tell their outlets, and claims their modes, beside the records.</summary>
    private const string Filters = """
        ALTER TABLE claim ADD COLUMN modes TEXT NOT NULL DEFAULT '';
        UPDATE claim SET modes = (SELECT '|' || group_concat(m.value, '|') || '|' FROM json_each(record, '$.modes') m) WHERE kind = 'event' AND json_array_length(record, '$.modes') > 0;
        CREATE TABLE IF NOT EXISTS event_outlet (event_id TEXT NOT NULL, outlet TEXT NOT NULL, PRIMARY KEY (event_id, outlet)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS event_by_outlet ON event_outlet (outlet);
        INSERT OR IGNORE INTO event_outlet SELECT x.event_id, a.outlet FROM event_claim x JOIN claim c ON c.id = x.claim_id JOIN article a ON a.id = c.article_id WHERE a.outlet IS NOT NULL;
        DROP INDEX IF EXISTS event_by_day; DROP INDEX IF EXISTS event_by_type; DROP INDEX IF EXISTS event_by_latest; DROP INDEX IF EXISTS event_by_weight; DROP INDEX IF EXISTS article_by_published; DROP INDEX IF EXISTS claim_by_id;
        CREATE INDEX IF NOT EXISTS actor_by_claim ON claim_actor (article_id, claim_id);
        CREATE INDEX event_by_day ON event (CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, type, quad, place_id, killed_min, injured_min, factuality, killed_max, injured_max, surest, modes);
        CREATE INDEX event_by_type ON event (type, CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, quad, place_id, killed_min, injured_min, factuality, surest, modes);
        CREATE INDEX event_by_latest ON event (day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id, surest, type, place_id, killed_min, factuality, modes);
        CREATE INDEX event_by_weight ON event (weight DESC, day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id, surest, type, place_id, killed_min, factuality, modes);
        CREATE INDEX article_by_published ON article (published IS NULL, published DESC, id, outlet);
        CREATE INDEX claim_by_id ON claim (id, sentence);
        CREATE INDEX claim_by_sentence ON claim (article_id, sentence, kind, type, factuality, score, killed_min, modes, place_id, place, day_from, day_to);
        """;

    /// <summary>Version 23: articles whose claims are told in a way that is rare (denied, negated) are found without a walk over all claims.</summary>
    private const string Factualities = "CREATE INDEX IF NOT EXISTS claim_by_factuality ON claim (factuality, article_id);";

    /// <summary>Version 24: claims are kept with those that tell the same happening, no more with all that pairs connect; linking fills them.</summary>
    private const string Happenings = "ALTER TABLE linked_claim RENAME COLUMN component TO happening; DROP INDEX IF EXISTS linked_claim_by_component; CREATE INDEX linked_claim_by_happening ON linked_claim (happening);";

    public int Version => Steps.Length + 1;

    public void Apply(SqliteConnection connection) => connection.InTransaction(() =>
    {
        // Asked again inside the transaction: another process may have done it meanwhile.
        long version = connection.Value<long>("PRAGMA user_version");
        if (version == 0)
        {
            connection.Run(Schema);
            version = connection.Value<long>("PRAGMA user_version");
        }

        for (; version < Version; version++)
        {
            connection.Run(Steps[(int)version - 1]);
            connection.Run($"PRAGMA user_version = {version + 1}");
        }

        return version;
    });

    private static string ReadSchema()
    {
        using Stream stream = typeof(Migrations).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
