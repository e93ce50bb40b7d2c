package org.zhiqiao.platform.importing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param folder where uploaded files wait until their job is done; they are deleted then. By default
 * {@code imports} in the data folder
 * @param largest the largest file that is taken
 * @param rowsAtOnce how many rows are stored in one transaction
 * @param keepWrongRows how long the wrong rows of a finished job can be downloaded
 */
@Validated
@ConfigurationProperties("zhiqiao.importing")
record ImportingSettings(@Nullable Path folder,
		@NotNull @DefaultValue("50MB") DataSize largest, @Min(1) @Max(1000) @DefaultValue("50") int rowsAtOnce,
		@NotNull @DefaultValue("30d") Duration keepWrongRows) {

}
