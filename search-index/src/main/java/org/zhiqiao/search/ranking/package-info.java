/**
 * From hits on evidence and facts about people to a score for each criterion, with its reasons.
 * Must not know which engine found the hits.
 */
@NullMarked
package org.zhiqiao.search.ranking;

import org.jspecify.annotations.NullMarked;
