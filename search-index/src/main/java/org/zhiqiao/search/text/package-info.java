/**
 * Words: analysis of Chinese and English, names and their pinyin, the thesaurus and the finding of
 * its concepts in texts. Must not know documents, people or any engine's index.
 */
@NullMarked
package org.zhiqiao.search.text;

import org.jspecify.annotations.NullMarked;
