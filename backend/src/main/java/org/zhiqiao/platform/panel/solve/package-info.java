/**
 * Chooses the best panel that keeps all rules, and spreads items over reviewers: numbers in, numbers with their proof out.
 * Must not know who the people are, where the numbers come from, or what happens to the answer.
 */
@NullMarked
package org.zhiqiao.platform.panel.solve;

import org.jspecify.annotations.NullMarked;
