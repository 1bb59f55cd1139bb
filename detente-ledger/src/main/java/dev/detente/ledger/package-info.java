/**
 * The memory of what was said and done, across articles: a DuckDB file of articles and their
 * records, the entities that actors of different articles are, the stories that articles tell, and
 * the links between statements of different articles.
 */
@org.jspecify.annotations.NullMarked
package dev.detente.ledger;
