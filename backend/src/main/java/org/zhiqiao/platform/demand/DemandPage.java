package org.zhiqiao.platform.demand;

import java.util.List;

/** A page of needs; pages count from 1. */
record DemandPage(List<DemandView> items, long total, int page, int size) {

}
