/**
 * The smallest team.
 */
@NullMarked
package org.zhiqiao.search.team;

import org.jspecify.annotations.NullMarked;
