package org.zhiqiao.platform.publishing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param reviewDays working days, Monday to Friday, within which a submitted article is to be reviewed; public holidays are
 * not known and count as working days
 * @param largestPicture the largest file of a picture that is taken
 * @param mostPixels the most pixels of a picture that is decoded
 * @param keepUnused how long a picture is kept that no article shows
 */
@Validated
@ConfigurationProperties("zhiqiao.publishing")
record PublishingSettings(@Min(1) @Max(60) @DefaultValue("5") int reviewDays,
		@NotNull @DefaultValue("12MB") DataSize largestPicture,
		@Min(1_000_000) @Max(400_000_000) @DefaultValue("60000000") long mostPixels,
		@NotNull @DefaultValue("14d") Duration keepUnused) {

}
