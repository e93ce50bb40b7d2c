package org.zhiqiao.platform.demand;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A competence that is asked for besides the field of work.
 *
 * @param must whoever lacks it is excluded; otherwise it is a wish
 * @param weight from 1 to 5, within the criterion
 */
@Table("demand_competence")
public record AskedCompetence(String code, @Column("required") boolean must, int weight) {

}
