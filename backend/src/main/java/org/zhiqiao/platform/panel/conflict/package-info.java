/**
 * Finds what a candidate for a panel has to do with the parties of an item under review, from given facts alone. Must not know
 * where the facts come from, in which language a finding is shown, nor who sits on a panel in the end.
 */
@NullMarked
package org.zhiqiao.platform.panel.conflict;

import org.jspecify.annotations.NullMarked;
