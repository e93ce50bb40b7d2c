package org.zhiqiao.platform.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.demand.DemandCard;
import org.zhiqiao.platform.expert.ExpertCard;
import org.zhiqiao.search.Facet;

/** The directory; {@code mode=advanced} reads the text as the query language, for officials. */
@RestController
@RequestMapping("/api/directory")
class DirectoryController {

	private static final String MODES = "simple|advanced";

	private final Directory directory;

	private final QueryHelp help;

	DirectoryController(Directory directory, QueryHelp help) {
		this.directory = directory;
		this.help = help;
	}

	@GetMapping("/experts")
	@PreAuthorize("permitAll()")
	Directory.Answer<ExpertCard> experts(@RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "simple") @Pattern(regexp = MODES) String mode,
			@RequestParam(required = false) @Nullable List<String> domain,
			@RequestParam(required = false) @Nullable List<String> industry,
			@RequestParam(required = false) @Nullable List<String> country,
			@RequestParam(required = false) @Nullable List<String> language,
			@RequestParam(required = false) @Nullable List<String> city,
			@RequestParam(required = false) @Nullable List<String> residence,
			@RequestParam(required = false) @Nullable List<String> competence,
			@RequestParam(required = false) @Nullable List<String> offer,
			@RequestParam(defaultValue = "false") boolean verified,
			@RequestParam(defaultValue = "false") boolean available,
			@RequestParam(defaultValue = "relevance") @Pattern(regexp = "relevance|name|updated") String sort,
			@RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.directory.experts(new Ask.Builder().where(Facet.DOMAIN, domain)
				.where(Facet.INDUSTRY, industry)
				.where(Facet.COUNTRY, country)
				.where(Facet.LANGUAGE, language)
				.where(Facet.CITY, city)
				.where(Facet.RESIDENCE, residence)
				.where(Facet.COMPETENCE, competence)
				.where(Facet.OFFER, offer)
				.where(Facet.VERIFIED, verified)
				.where(Facet.AVAILABLE, available)
				.ask(q, mode, sort, page, size));
	}

	@GetMapping("/demands")
	@PreAuthorize("permitAll()")
	Directory.Answer<DemandCard> demands(@RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "simple") @Pattern(regexp = MODES) String mode,
			@RequestParam(required = false) @Nullable List<String> domain,
			@RequestParam(required = false) @Nullable List<String> industry,
			@RequestParam(required = false) @Nullable List<String> country,
			@RequestParam(required = false) @Nullable List<String> language,
			@RequestParam(required = false) @Nullable List<String> city,
			@RequestParam(required = false) @Nullable List<String> kind,
			@RequestParam(defaultValue = "false") boolean open,
			@RequestParam(defaultValue = "relevance") @Pattern(regexp = "relevance|name|updated|deadline") String sort,
			@RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
		return this.directory.demands(new Ask.Builder().where(Facet.DOMAIN, domain)
				.where(Facet.INDUSTRY, industry)
				.where(Facet.COUNTRY, country)
				.where(Facet.LANGUAGE, language)
				.where(Facet.CITY, city)
				.where(Facet.KIND, kind)
				.where(Facet.OPEN, open)
				.ask(q, mode, sort, page, size));
	}

	/** Articles, studies and guides that everybody may read. */
	@GetMapping("/stories")
	@PreAuthorize("permitAll()")
	Directory.Answer<FoundStory> stories(@RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable List<String> kind,
			@RequestParam(required = false) @Nullable List<String> domain,
			@RequestParam(required = false) @Nullable List<String> industry,
			@RequestParam(required = false) @Nullable List<String> country,
			@RequestParam(required = false) @Nullable List<String> city,
			@RequestParam(required = false) @Nullable List<String> language,
			@RequestParam(defaultValue = "relevance") @Pattern(regexp = "relevance|updated") String sort,
			@RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int page,
			@RequestParam(defaultValue = "20") @Min(1) @Max(50) int size) {
		return this.directory.stories(new Ask.Builder().where(Facet.KIND, kind)
				.where(Facet.DOMAIN, domain)
				.where(Facet.INDUSTRY, industry)
				.where(Facet.COUNTRY, country)
				.where(Facet.CITY, city)
				.where(Facet.LANGUAGE, language)
				.ask(q, "simple", sort, page, size));
	}

	/** The query language, in both languages. */
	@GetMapping("/query-help")
	@PreAuthorize("permitAll()")
	QueryHelp.Help help() {
		return this.help.help();
	}

}
