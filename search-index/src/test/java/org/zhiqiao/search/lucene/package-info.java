/**
 * The embedded engine held to the contract, and what only it does.
 */
@NullMarked
package org.zhiqiao.search.lucene;

import org.jspecify.annotations.NullMarked;
