package org.zhiqiao.platform;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What belongs to the installation and to no single feature.
 *
 * @param dataDir folder for everything the platform keeps in files: the embedded
 * database, the index, files in transit
 */
@Validated
@ConfigurationProperties("zhiqiao")
public record PlatformSettings(@NotNull Path dataDir) {}
