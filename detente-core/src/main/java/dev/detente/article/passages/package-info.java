/** The structure of press articles: which paragraph is headline, lead, caption, notice. */
@NullMarked
package dev.detente.article.passages;

import org.jspecify.annotations.NullMarked;
