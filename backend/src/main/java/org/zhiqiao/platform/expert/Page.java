package org.zhiqiao.platform.expert;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 * @param page from 1
 */
record Page<T>(List<T> items, int total, int page, int size) {

}
