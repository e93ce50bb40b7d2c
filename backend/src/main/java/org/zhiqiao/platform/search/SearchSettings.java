package org.zhiqiao.platform.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the index is and how it is filled.
 *
 * @param folder of the index, on a local disk; by default {@code index} in the data folder. May
 * be deleted while the platform is stopped: it is filled again at the next start
 * @param page so many things are read from the database at a time when it is filled anew
 * @param vectors whether people are also found and ranked by meaning; takes some 150 MB of memory and, in the
 * background, 20 ms for each piece of evidence
 * @param model folder of a multilingual sentence model to use instead of the bundled English one, with
 * {@code model.onnx} and {@code tokenizer.json}
 * @param vectorPause between two batches of vectors
 * @param vectorCheck how often to see whether evidence lacks vectors
 * @param check how often to see whether the index is whole and this process still its only writer
 */
@Validated
@ConfigurationProperties("zhiqiao.search")
record SearchSettings(@Nullable Path folder, @Min(1) @Max(10_000) @DefaultValue("500") int page,
		@DefaultValue("true") boolean vectors, @Nullable Path model,
		@NotNull @DefaultValue("500ms") Duration vectorPause, @NotNull @DefaultValue("3s") Duration vectorCheck,
		@NotNull @DefaultValue("60s") Duration check) {}
