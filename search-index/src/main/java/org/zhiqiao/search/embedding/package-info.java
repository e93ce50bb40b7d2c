/**
 * Sentence vectors, computed in this process: which texts are about the same, whatever their words.
 * Must not know documents, people or any engine's index.
 */
@NullMarked
package org.zhiqiao.search.embedding;

import org.jspecify.annotations.NullMarked;
