-- From tables 3 to 4: links within articles, so that no record need be read for them.
CREATE TABLE own_link (
  n BIGINT NOT NULL, from_item BIGINT NOT NULL, relation VARCHAR NOT NULL, to_item BIGINT NOT NULL,
  confidence DOUBLE NOT NULL, why VARCHAR NOT NULL);
