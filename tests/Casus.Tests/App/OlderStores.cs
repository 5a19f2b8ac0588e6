namespace Casus.Tests.App;

/// <summary>What makes a store one of an earlier version.</summary>
internal static class OlderStores
{
    public const string OfVersion16 = """
        DROP TABLE event_outlet; DROP INDEX claim_by_factuality; DROP INDEX claim_by_sentence; DROP INDEX actor_by_claim; DROP INDEX claim_by_killed; ALTER TABLE claim DROP COLUMN killed_min; ALTER TABLE claim DROP COLUMN modes;
        DROP TRIGGER article_touched; DROP TRIGGER article_left; DROP TRIGGER edition_touched; DROP TRIGGER link_left; DROP TABLE touched_article;
        DROP INDEX linked_article_judged; ALTER TABLE linked_article DROP COLUMN judged; DROP TABLE linked_claim; DROP TABLE claim_block;
        CREATE TABLE linked_claim (article_id TEXT NOT NULL, claim_id TEXT NOT NULL, component TEXT NOT NULL, PRIMARY KEY (article_id, claim_id)) WITHOUT ROWID;
        CREATE TABLE claim_block (block INTEGER NOT NULL, article_id TEXT NOT NULL, claim_id TEXT NOT NULL, first INTEGER, last INTEGER, PRIMARY KEY (block, article_id, claim_id)) WITHOUT ROWID;
        DROP TRIGGER page_counted; DROP TRIGGER page_discounted; DROP TRIGGER article_counted; DROP TRIGGER article_discounted; DROP TRIGGER claim_counted; DROP TRIGGER claim_discounted; DROP TRIGGER story_counted; DROP TRIGGER story_discounted; DROP TRIGGER episode_counted; DROP TRIGGER episode_discounted;
        DROP TABLE total; DROP TABLE toll_sum; DROP INDEX article_by_published; DROP INDEX story_by_editions; DROP INDEX event_by_day; DROP INDEX event_by_type; DROP INDEX event_by_latest; DROP INDEX event_by_weight; ALTER TABLE event DROP COLUMN surest;
        CREATE INDEX event_by_latest ON event (day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id); CREATE INDEX event_by_weight ON event (weight DESC, day_from IS NULL, coalesce(day_from, day_to) DESC, accounts DESC, id);
        DROP INDEX event_by_dissent; ALTER TABLE event ADD COLUMN place_within TEXT;
        """;

    public const string OfVersion10 = OfVersion16 + """
        DROP INDEX event_by_weight; DROP INDEX event_by_latest; DROP INDEX event_by_doubt; DROP INDEX dyad_month_by_month;
        DROP TABLE month_sum; DROP TABLE place_sum; DROP TABLE actor_sum; DROP TABLE actor_event; DROP TABLE actor_month; DROP TABLE actor_place; DROP TABLE event_change;
        ALTER TABLE page DROP COLUMN charset; ALTER TABLE event DROP COLUMN weight; ALTER TABLE event DROP COLUMN doubt; ALTER TABLE event DROP COLUMN dissent;
        ALTER TABLE linked_article DROP COLUMN setting; ALTER TABLE claim_block DROP COLUMN first; ALTER TABLE claim_block DROP COLUMN last; DROP INDEX claim_with_new_name;
        """;
}
