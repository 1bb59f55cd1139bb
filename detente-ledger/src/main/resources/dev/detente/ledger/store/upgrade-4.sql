-- From tables 4 to 5: of each link which of its articles came last, so that those of one article are found
-- without going through all.
CREATE TABLE link_5 (
  from_item BIGINT NOT NULL, relation VARCHAR NOT NULL, to_item BIGINT NOT NULL, confidence DOUBLE NOT NULL,
  why VARCHAR NOT NULL, later BIGINT NOT NULL);
INSERT INTO link_5 SELECT *, greatest(from_item, to_item) >> 20 FROM link;
DROP VIEW links;
DROP TABLE link;
ALTER TABLE link_5 RENAME TO link;
CREATE VIEW links AS
  SELECT source.id AS from_article, CASE WHEN l.from_item % 2 = 1 THEN 'e' ELSE 's' END || (l.from_item % 1048576) // 2 AS from_id,
    l.relation, target.id AS to_article, CASE WHEN l.to_item % 2 = 1 THEN 'e' ELSE 's' END || (l.to_item % 1048576) // 2 AS to_id,
    l.confidence, l.why
  FROM link l JOIN article source ON source.n = l.from_item >> 20 JOIN article target ON target.n = l.to_item >> 20;
