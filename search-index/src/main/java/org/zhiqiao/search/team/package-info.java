/**
 * The smallest team: people who together cover what no single one of them does.
 */
@NullMarked
package org.zhiqiao.search.team;

import org.jspecify.annotations.NullMarked;
