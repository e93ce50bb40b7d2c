package org.zhiqiao.platform.cooperation;

import java.time.MonthDay;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param reportDue the last day on which a base's report of a year is in time, in the year after it; written {@code --03-31}
 */
@Validated
@ConfigurationProperties("zhiqiao.cooperation")
record CooperationSettings(@NotNull @DefaultValue("--03-31") MonthDay reportDue) {

}
