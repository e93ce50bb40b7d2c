/**
 * Ranking of files on the command line, with the same code and settings as everywhere else. Must
 * not know the database or the web.
 */
@NullMarked
package org.zhiqiao.search.rank;

import org.jspecify.annotations.NullMarked;
