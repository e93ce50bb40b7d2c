/**
 * The port of expertise search: texts and profiles in, ranked evidence out. Must not know the
 * database, the web or which engine answers.
 */
@NullMarked
package org.zhiqiao.search;

import org.jspecify.annotations.NullMarked;
