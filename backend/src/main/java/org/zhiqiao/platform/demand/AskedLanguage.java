package org.zhiqiao.platform.demand;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A language that is asked for.
 *
 * @param code BCP 47
 * @param level CEFR, or native
 * @param must whoever lacks it is excluded; otherwise it is a wish
 * @param weight from 1 to 5, within the criterion
 */
@Table("demand_language")
public record AskedLanguage(String code, String level, @Column("required") boolean must, int weight) {

}
