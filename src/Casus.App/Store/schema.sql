-- The store of Casus (SQLite, WAL). Days are ISO 8601 text, ids are content hashes, "record" is the whole thing as JSON; the other
-- columns are what is searched and shown. Pages, articles, claims and links are written page by page, each page in one transaction;
-- stories, events and what hangs on them are rewritten together by linking.

-- Bytes from one address at one time, and what became of them: read + empty + duplicate + refused = all.
CREATE TABLE page (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,       -- as the user named it when it was first seen
    address TEXT,             -- address, published, outlet, title: as the supplier stated them
    published TEXT,
    outlet TEXT,
    title TEXT,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,    -- bytes, unpacked
    outcome TEXT NOT NULL CHECK (outcome IN ('read', 'empty', 'duplicate', 'refused')),
    reason TEXT,              -- of a refusal: a stable word, and a sentence for people
    detail TEXT,
    article_id TEXT,          -- its (first) article; of a duplicate: the one that was read from another page
    knowledge TEXT NOT NULL,  -- hashes of what it was read with
    model TEXT NOT NULL,
    read_at TEXT NOT NULL,
    engine TEXT NOT NULL DEFAULT '', -- hash of the program that read it and of its gazetteers
    record_id TEXT,           -- record_id, record_at, captured_at: of a page out of an archive: the record's name and place in it, and when
    record_at TEXT,           -- the crawler fetched the page, which is no day of publication
    captured_at TEXT,
    charset TEXT              -- as the head of the HTTP response stated it
);

-- Kept apart so that a walk over the pages does not drag them along.
CREATE TABLE page_bytes (
    page_id TEXT PRIMARY KEY REFERENCES page (id),
    gzip BLOB NOT NULL
);

-- Every name under which the same bytes came.
CREATE TABLE sighting (
    page_id TEXT NOT NULL REFERENCES page (id),
    name TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (page_id, name)
) WITHOUT ROWID;

CREATE TABLE article (
    id TEXT PRIMARY KEY,
    page_id TEXT NOT NULL REFERENCES page (id),
    text_id TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    published TEXT,
    language TEXT NOT NULL,
    address TEXT,
    text TEXT NOT NULL,
    record TEXT NOT NULL,
    whole TEXT,               -- what ties parts of one whole: the address of a live blog (its page's id where it has none) or of an article over several pages
    part INTEGER,             -- from 1
    parts INTEGER,            -- how many there are; null where that is not told
    coded_with TEXT NOT NULL DEFAULT '' -- hashes of knowledge, model and engine that its claims were coded with, between bars
);

CREATE INDEX article_by_page ON article (page_id);
CREATE INDEX article_by_text ON article (text_id);
CREATE INDEX article_by_published ON article (published IS NULL, published DESC, id, outlet);
CREATE INDEX page_by_article ON page (article_id);

-- The sentences of the articles (the blocks where the language is not coded), for searching and quoting. A trigger keeps the index in step.
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    number INTEGER NOT NULL,   -- as claim.sentence, from 0
    text TEXT NOT NULL,
    UNIQUE (article_id, number)
);
CREATE VIRTUAL TABLE sentence_words USING fts5 (text, content = 'sentence', content_rowid = 'id', tokenize = "porter unicode61 remove_diacritics 2");
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN INSERT INTO sentence_words (rowid, text) VALUES (new.id, new.text); END;
CREATE TRIGGER sentence_gone AFTER DELETE ON sentence BEGIN INSERT INTO sentence_words (sentence_words, rowid, text) VALUES ('delete', old.id, old.text); END;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN DELETE FROM sentence WHERE article_id = old.id; END;

CREATE TABLE claim (
    article_id TEXT NOT NULL REFERENCES article (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL, -- in the article, from 0
    kind TEXT NOT NULL CHECK (kind IN ('event', 'statistic', 'relation')),
    type TEXT NOT NULL,        -- event type, measure or relation
    factuality TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    rank INTEGER,
    initiators TEXT,
    targets TEXT,
    day_from TEXT,
    day_to TEXT,
    place_id TEXT,
    place TEXT,
    score REAL,                -- how sure the coder is of an event claim, 0 to 1; null of other kinds
    record TEXT NOT NULL,
    killed_min INTEGER,        -- the most killed that one of its tolls tells, by the lower bound; null where none tells any
    modes TEXT NOT NULL DEFAULT '', -- of an event claim, each between bars: |aerial|drone|
    PRIMARY KEY (article_id, id)
) WITHOUT ROWID;
CREATE INDEX claim_by_id ON claim (id, sentence);
-- All that articles are narrowed by: the records of their claims are not read.
CREATE INDEX claim_by_sentence ON claim (article_id, sentence, kind, type, factuality, score, killed_min, modes, place_id, place, day_from, day_to);
CREATE INDEX claim_by_type ON claim (type, day_from);
CREATE INDEX claim_by_place ON claim (place_id);
CREATE INDEX claim_by_factuality ON claim (factuality, article_id);
CREATE INDEX claim_with_new_name ON claim (article_id, position) WHERE kind = 'event' AND instr(record, '"provisional"') > 0;

CREATE TABLE claim_actor (
    actor_id TEXT NOT NULL,
    role TEXT NOT NULL,
    article_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    PRIMARY KEY (actor_id, role, article_id, claim_id)
) WITHOUT ROWID;
CREATE INDEX actor_by_claim ON claim_actor (article_id, claim_id);

CREATE TABLE claim_link (
    article_id TEXT NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE INDEX claim_link_from ON claim_link (from_id) WHERE kind <> 'same';
CREATE INDEX claim_link_to ON claim_link (to_id) WHERE kind <> 'same';

CREATE TABLE story (
    id TEXT PRIMARY KEY,
    editions INTEGER NOT NULL
);
CREATE INDEX story_by_editions ON story (editions DESC);

CREATE TABLE edition (
    article_id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    derives_from TEXT,
    overlap REAL NOT NULL
);
CREATE INDEX edition_by_story ON edition (story_id, position);

-- What comparing two texts has found, in word 3-grams: kept, so that a new article is compared with the others and those not again.
CREATE TABLE overlap (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    is_story INTEGER NOT NULL, -- 0: they share only a passage
    shared INTEGER NOT NULL,
    smaller INTEGER NOT NULL,
    larger INTEGER NOT NULL,
    longest INTEGER NOT NULL,
    PRIMARY KEY (a, b, is_story)
) WITHOUT ROWID;

CREATE INDEX overlap_by_b ON overlap (b);

-- What texts are found by when new ones come: an index of the grams that they are searched by and of the fingerprints of their passages.
CREATE TABLE indexed_text (
    number INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    same TEXT,                -- hash of words, agency and day: the first article with it stands for all; null where it has no words or is part of a whole
    searched INTEGER NOT NULL, -- different grams of three words: they tell how densely it is searched
    marks BLOB NOT NULL        -- a few bits of each of these: they tell of most texts that they share too little, so that those are not read
);
CREATE INDEX indexed_text_by_same ON indexed_text (same);

-- Sorted entries of key and text: a segment is written once, in chunks whose ids begin with its own.
CREATE TABLE key_segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,    -- 1 grams, 2 passages
    entries INTEGER NOT NULL,
    firsts BLOB NOT NULL      -- the first key of each chunk
);
CREATE TABLE key_chunk (
    id INTEGER PRIMARY KEY,
    entries BLOB NOT NULL
);

-- Passages that articles of different stories have word for word; written twice, from either side.
CREATE TABLE passage (
    article_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    words INTEGER NOT NULL,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;

-- A happening. Lists begin with the heaviest: 4 for each further story (at most 12), 2 for each further article (at most 4); 2 for a count of
-- victims, 2 more for each decade of them; 3 for material and 1 for verbal conflict; 1 for an initiator, a target, a place each; less 6 for what
-- is told as history.
CREATE TABLE event (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    quad INTEGER NOT NULL,
    factuality TEXT NOT NULL,
    initiators TEXT NOT NULL,
    targets TEXT NOT NULL,
    day_from TEXT,
    day_to TEXT,
    place_id TEXT,
    place TEXT,
    killed_min INTEGER,
    killed_max INTEGER,
    injured_min INTEGER,
    injured_max INTEGER,
    accounts INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    record TEXT NOT NULL,
    modes TEXT NOT NULL DEFAULT '', -- each between bars: |aerial|drone|
    articles INTEGER NOT NULL DEFAULT 0,
    tolls TEXT NOT NULL DEFAULT '[]', -- every kind as JSON: its word and its lower and upper bound
    dissent INTEGER NOT NULL DEFAULT 0, -- fields that some account tells otherwise
    doubt REAL NOT NULL DEFAULT 0,    -- how much it is worth a reviewer's time (ReviewScore)
    weight INTEGER GENERATED ALWAYS AS (
        4 * min(stories - 1, 3) + 2 * min(articles - 1, 2)
        + CASE WHEN killed_min IS NULL AND injured_min IS NULL THEN 2 * (tolls <> '[]') ELSE 2 * length(coalesce(killed_min, 0) + coalesce(injured_min, 0)) END
        + CASE quad WHEN 4 THEN 3 WHEN 3 THEN 1 ELSE 0 END
        + (initiators <> '') + (targets <> '') + (place IS NOT NULL) - 6 * (factuality = 'historical')) VIRTUAL,
    surest REAL NOT NULL DEFAULT 0    -- score of the surest claim that tells it, 0 to 1
);
-- Both hold how far apart the days may lie (Reach) before the day, so that a time is entered where it begins.
CREATE INDEX event_by_day ON event (CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, type, quad, place_id, killed_min, injured_min, factuality, killed_max, injured_max, surest, modes);
CREATE INDEX event_by_type ON event (type, CASE WHEN day_from IS NULL THEN 3 WHEN day_to IS NULL OR substr(day_from, 1, 7) = substr(day_to, 1, 7) THEN 0 WHEN substr(day_from, 1, 4) = substr(day_to, 1, 4) THEN 1 ELSE 2 END, coalesce(day_from, day_to) DESC, accounts DESC, id, day_from, day_to, quad, place_id, killed_min, injured_min, factuality, surest, modes);
CREATE INDEX event_by_latest ON event (day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id, surest, type, place_id, killed_min, factuality, modes);
CREATE INDEX event_by_weight ON event (weight DESC, day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id, surest, type, place_id, killed_min, factuality, modes);
CREATE INDEX event_by_doubt ON event (doubt DESC, id);
CREATE INDEX event_by_dissent ON event (dissent * (2 + coalesce(killed_min, 0) + coalesce(injured_min, 0)) DESC, id) WHERE dissent > 0;

-- Sums over all events, rewritten by linking: what the first view of the record shows.
CREATE TABLE month_sum (
    month TEXT NOT NULL,      -- of the first possible day; empty for what has none
    type TEXT NOT NULL,
    quad INTEGER NOT NULL,
    events INTEGER NOT NULL,
    killed INTEGER NOT NULL,  -- sums of the lower bounds
    injured INTEGER NOT NULL,
    PRIMARY KEY (month, type)
) WITHOUT ROWID;

CREATE TABLE actor_sum (
    actor_id TEXT PRIMARY KEY,
    initiator INTEGER NOT NULL, -- events
    target INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE place_sum (
    place_id TEXT PRIMARY KEY,
    quad INTEGER NOT NULL,    -- the gravest
    events INTEGER NOT NULL,
    killed INTEGER NOT NULL
) WITHOUT ROWID;

-- Counts of events whose days lie in one month, by place and once for all places (place_id empty): what stands beside the figures of others.
CREATE TABLE toll_sum (
    kind TEXT NOT NULL,
    place_id TEXT NOT NULL,
    month TEXT NOT NULL,
    events INTEGER NOT NULL,
    least INTEGER NOT NULL,   -- sum of the lower bounds
    most INTEGER NOT NULL,    -- sum of the upper ones, of those that have one
    bounded INTEGER NOT NULL, -- how many have
    PRIMARY KEY (kind, place_id, month)
) WITHOUT ROWID;

CREATE INDEX event_by_place ON event (place_id);

-- Actors that events or claims name, as knowledge/ described them when linking ran.
CREATE TABLE actor (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL
);

-- Names that mean one of those actors by themselves, in any case of letters.
CREATE TABLE actor_name (
    name TEXT NOT NULL COLLATE NOCASE,
    actor_id TEXT NOT NULL,
    PRIMARY KEY (name, actor_id)
) WITHOUT ROWID;

-- For whom those actors act, and when: the wholes that they are part of, themselves among them without days.
CREATE TABLE actor_whole (
    whole_id TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    since TEXT NOT NULL,       -- '' and '~' where it has no first or last day
    until TEXT NOT NULL,
    PRIMARY KEY (whole_id, actor_id, since, until)
) WITHOUT ROWID;

-- Places that claims name and knowledge/ or a gazetteer holds, as they described them when linking ran.
CREATE TABLE place (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    latitude REAL,
    longitude REAL,
    within TEXT NOT NULL       -- ids and names of the place and of what holds it, each between bars: |PK-KP|Pakistan|
) WITHOUT ROWID;

CREATE TABLE event_actor (
    actor_id TEXT NOT NULL,
    role TEXT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (actor_id, role, event_id)
) WITHOUT ROWID;

-- Events by whom they concern: who takes part, and for whom these act. Kept by linking, event by event.
CREATE TABLE actor_event (
    actor_id TEXT NOT NULL,
    undated INTEGER NOT NULL,   -- has no first day
    day TEXT NOT NULL,          -- the first, or else the last; empty where it has neither
    event_id TEXT NOT NULL,
    until TEXT NOT NULL,        -- the last day, or else the first
    exact INTEGER NOT NULL,     -- 1: the event names the actor itself; 0: only who acts for it on the last day
    roles INTEGER NOT NULL,     -- of the actor itself: 1 initiator, 2 target, 3 both
    PRIMARY KEY (actor_id, undated, day DESC, event_id)
) WITHOUT ROWID;

-- Sums of these by month and by place, as month_sum and place_sum are of all.
CREATE TABLE actor_month (
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

CREATE TABLE actor_place (
    actor_id TEXT NOT NULL,
    place_id TEXT NOT NULL,
    type TEXT NOT NULL,
    quad INTEGER NOT NULL,
    exact INTEGER NOT NULL,
    events INTEGER NOT NULL,
    killed INTEGER NOT NULL,
    PRIMARY KEY (actor_id, place_id, type, quad, exact)
) WITHOUT ROWID;

CREATE TABLE event_claim (
    event_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    PRIMARY KEY (event_id, position)
) WITHOUT ROWID;
CREATE INDEX event_by_claim ON event_claim (claim_id);

-- Outlets whose articles tell an event.
CREATE TABLE event_outlet (
    event_id TEXT NOT NULL,
    outlet TEXT NOT NULL,
    PRIMARY KEY (event_id, outlet)
) WITHOUT ROWID;
CREATE INDEX event_by_outlet ON event_outlet (outlet);

-- The last that happened to each event, for who follows the record: a row is written anew, with the next number, when linking has added,
-- changed or removed it.
CREATE TABLE event_change (
    event_id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE,
    link INTEGER NOT NULL,    -- which linking did it, from 1; 0: before there were numbers
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
    hash TEXT NOT NULL        -- of the event's record
) WITHOUT ROWID;

-- What linking has seen: articles by the story they stood in, and what is compared of their claims and connected with them.
CREATE TABLE linked_article (
    article_id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL,
    setting TEXT,              -- days and place that its claims share: what weighs beside a claim that leaves them out
    judged TEXT                -- hash of what people judged of its claims; null where that is nothing
) WITHOUT ROWID;
CREATE INDEX linked_article_judged ON linked_article (article_id, judged) WHERE judged IS NOT NULL;

CREATE TABLE linked_claim (
    number INTEGER PRIMARY KEY, -- begins with the week of the day that it tells, or of its article
    article_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    happening TEXT NOT NULL,   -- the least claim and article of those that tell one happening with it, whether that became an event or not
    row BLOB NOT NULL,         -- what is compared of it (LinkRowBytes)
    UNIQUE (article_id, claim_id)
);
CREATE INDEX linked_claim_by_happening ON linked_claim (happening);

-- The blocks in which a claim is compared (hashes that begin with the week).
CREATE TABLE claim_block (
    block INTEGER NOT NULL,
    claim INTEGER NOT NULL,    -- linked_claim.number
    first INTEGER,             -- numbers of the days between which it says that it happened; null where it tells no such bound, or no year
    last INTEGER,
    place TEXT,                -- where; null where it tells no place that is known
    PRIMARY KEY (block, claim)
) WITHOUT ROWID;

-- Articles that came, went, were read otherwise or were put into a story since linking last ran: all that the next run looks at.
CREATE TABLE touched_article (
    article_id TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TRIGGER article_touched AFTER INSERT ON article BEGIN INSERT OR IGNORE INTO touched_article VALUES (new.id); END;
CREATE TRIGGER article_left AFTER DELETE ON article BEGIN INSERT OR IGNORE INTO touched_article VALUES (old.id); END;
CREATE TRIGGER edition_touched AFTER INSERT ON edition BEGIN INSERT OR IGNORE INTO touched_article VALUES (new.article_id); END;
CREATE TRIGGER link_left AFTER DELETE ON linked_article BEGIN INSERT OR IGNORE INTO touched_article VALUES (old.article_id); END;

-- Events that answer, cause, follow or make up one another.
CREATE TABLE episode (
    id TEXT PRIMARY KEY,
    events INTEGER NOT NULL,
    day_from TEXT,
    day_to TEXT,
    record TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE episode_event (
    event_id TEXT PRIMARY KEY,
    episode_id TEXT NOT NULL,
    position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX episode_event_by_episode ON episode_event (episode_id, position);

-- Pairs of actors, in the order of their ids, with what passed between them and those who act for them.
CREATE TABLE dyad (
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    events INTEGER NOT NULL,
    exact_events INTEGER NOT NULL, -- those that name both themselves
    hostile INTEGER NOT NULL,
    cooperative INTEGER NOT NULL,
    killed INTEGER NOT NULL,
    first_month TEXT,
    last_month TEXT,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX dyad_by_events ON dyad (events);
CREATE INDEX dyad_by_exact ON dyad (exact_events);
CREATE INDEX dyad_by_second ON dyad (second);

-- The same by month; way: 1 the first did it, 2 the second, 0 both; sums of scores in tenths. exact: 1 the events name both, 0 who acts for them.
CREATE TABLE dyad_month (
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    month TEXT NOT NULL,      -- 2024-12, or 2024, or empty where the time is wider
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
    open INTEGER NOT NULL,    -- events whose count has no upper bound
    PRIMARY KEY (first, second, month, way, exact)
) WITHOUT ROWID;

CREATE INDEX dyad_month_by_month ON dyad_month (month, exact);

-- Which events those are.
CREATE TABLE dyad_event (
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

-- How many events the record holds of each month: a month without any tells nothing of anybody.
CREATE TABLE record_month (
    month TEXT PRIMARY KEY,
    events INTEGER NOT NULL
) WITHOUT ROWID;

-- Statistics and relations, few among the claims.
CREATE INDEX claim_by_killed ON claim (killed_min) WHERE killed_min IS NOT NULL;
CREATE INDEX claim_beside_events ON claim (kind, day_from) WHERE kind <> 'event';

-- What was fetched from the net, an address a row: what the last try came to, and the marks to ask by next time.
CREATE TABLE visit (
    address TEXT PRIMARY KEY,  -- as people or a feed named it, without its fragment
    kind TEXT NOT NULL CHECK (kind IN ('page', 'feed')),
    final TEXT,                -- where the bytes came from, after redirects
    etag TEXT,                 -- ETag and Last-Modified as the server sent them
    modified TEXT,
    page_id TEXT,              -- what the bytes became; null: none came yet, or they are a feed
    feed TEXT,                 -- the feed that lists it
    changed TEXT,              -- when it last changed, as the feed writes it
    status INTEGER,            -- of HTTP, of the last failure; reason and detail as in page; all null after a success
    reason TEXT,
    detail TEXT,
    failures INTEGER NOT NULL, -- tries in a row that failed
    tried_at TEXT NOT NULL,
    fetched_at TEXT            -- when bytes last came: never a day of publication
) WITHOUT ROWID;
CREATE INDEX visit_by_feed ON visit (feed);
CREATE INDEX visit_by_page ON visit (page_id);

-- The day that a feed tells of a page, a weaker fact than what the page tells.
CREATE TABLE listing (
    page_id TEXT PRIMARY KEY REFERENCES page (id),
    day TEXT NOT NULL,
    quote TEXT NOT NULL,
    feed TEXT NOT NULL
) WITHOUT ROWID;

-- The feeds that `casus feeds` keeps.
CREATE TABLE feed (
    address TEXT PRIMARY KEY,
    added_at TEXT NOT NULL
) WITHOUT ROWID;

-- What people have judged, in the order of judging: appended only. subject and other name what is judged as JSON, with the claims and
-- words by which it is found again when ids have changed.
CREATE TABLE judgement (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'correct', 'same', 'different', 'split', 'withdraw')),
    subject_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    other_id TEXT,            -- other_id, other: the second of same and different; what leaves in a split
    other TEXT,
    field TEXT,               -- field, value: of correct
    value TEXT,
    said TEXT,                -- what the record said when it was judged
    reason TEXT,
    withdraws TEXT            -- of withdraw: the judgement that holds no more
);
CREATE INDEX judgement_by_subject ON judgement (subject_id);
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are withdrawn, never deleted'); END;
CREATE TRIGGER judgement_holds BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements are withdrawn, never changed'); END;

-- What linking made of the judgements; rewritten by it.
CREATE TABLE judgement_outcome (
    judgement_id TEXT PRIMARY KEY,
    outcome TEXT NOT NULL,    -- applied, waiting, overruled or withdrawn
    event_id TEXT,            -- that it bears on
    detail TEXT               -- why it waits, or by which judgement it holds no more
) WITHOUT ROWID;
CREATE INDEX judgement_outcome_by_event ON judgement_outcome (event_id);

-- Judgements that cannot all hold, as linking found them.
CREATE TABLE judgement_dispute (
    position INTEGER PRIMARY KEY,
    holds TEXT,               -- the judgement that holds
    judgements TEXT NOT NULL, -- ids, separated by spaces
    says TEXT NOT NULL
);

-- What the program notes for itself: whether articles came since linking ran, and with which knowledge it ran.
CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- How many rows the tables have that the first view, or linking, counts. Triggers keep it in step.
CREATE TABLE total (
    what TEXT PRIMARY KEY,    -- a table
    rows INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO total (what, rows) VALUES ('page', 0), ('article', 0), ('claim', 0), ('story', 0), ('episode', 0);
CREATE TRIGGER page_counted AFTER INSERT ON page BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'page'; END;
CREATE TRIGGER page_discounted AFTER DELETE ON page BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'page'; END;
CREATE TRIGGER article_counted AFTER INSERT ON article BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'article'; END;
CREATE TRIGGER article_discounted AFTER DELETE ON article BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'article'; END;
CREATE TRIGGER claim_counted AFTER INSERT ON claim BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'claim'; END;
CREATE TRIGGER claim_discounted AFTER DELETE ON claim BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'claim'; END;
CREATE TRIGGER story_counted AFTER INSERT ON story BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'story'; END;
CREATE TRIGGER story_discounted AFTER DELETE ON story BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'story'; END;
CREATE TRIGGER episode_counted AFTER INSERT ON episode BEGIN UPDATE total SET rows = rows + 1 WHERE what = 'episode'; END;
CREATE TRIGGER episode_discounted AFTER DELETE ON episode BEGIN UPDATE total SET rows = rows - 1 WHERE what = 'episode'; END;

PRAGMA application_id = 1128354645; -- "CASU"
PRAGMA user_version = 24;
