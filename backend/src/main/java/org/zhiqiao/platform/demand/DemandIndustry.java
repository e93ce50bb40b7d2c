package org.zhiqiao.platform.demand;

import org.springframework.data.relational.core.mapping.Table;

/** One of the industries a need belongs to, as a row. */
@Table("demand_industry")
record DemandIndustry(String code) {

}
