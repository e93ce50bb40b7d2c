package org.zhiqiao.platform.picture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.problem.Texts;

/** The report on the web: to look at, to print and to edit further, in the reader's language. */
@RestController
@RequestMapping("/api/picture")
class ReportController {

	private static final MediaType WORD = MediaType
			.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private static final int QUARTERS = 4;

	private final ReportService reports;

	private final ReportFiles files;

	private final CurrentActor actor;

	ReportController(ReportService reports, ReportFiles files, CurrentActor actor) {
		this.reports = reports;
		this.files = files;
		this.actor = actor;
	}

	/**
	 * What stands in the report.
	 * @param city none for the province
	 * @param year none for this one
	 * @param quarter none for the whole year
	 */
	@GetMapping("/report")
	@PreAuthorize(GapController.OFFICERS)
	Report.ReportView view(@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable @Min(FigureController.FIRST_YEAR) @Max(FigureController.LAST_YEAR) Integer year,
			@RequestParam(required = false) @Nullable @Min(1) @Max(QUARTERS) Integer quarter,
			HttpServletRequest request) {
		return report(city, year, quarter, request).view();
	}

	/** The report to print. */
	@GetMapping("/report.pdf")
	@PreAuthorize(GapController.OFFICERS)
	ResponseEntity<byte[]> pdf(@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable @Min(FigureController.FIRST_YEAR) @Max(FigureController.LAST_YEAR) Integer year,
			@RequestParam(required = false) @Nullable @Min(1) @Max(QUARTERS) Integer quarter,
			HttpServletRequest request) {
		return FigureController.file("zhiqiao-report.pdf", MediaType.APPLICATION_PDF,
				this.files.pdf(report(city, year, quarter, request)));
	}

	/** The report to edit further, for Word. */
	@GetMapping("/report.docx")
	@PreAuthorize(GapController.OFFICERS)
	ResponseEntity<byte[]> word(@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable @Min(FigureController.FIRST_YEAR) @Max(FigureController.LAST_YEAR) Integer year,
			@RequestParam(required = false) @Nullable @Min(1) @Max(QUARTERS) Integer quarter,
			HttpServletRequest request) {
		return FigureController.file("zhiqiao-report.docx", WORD,
				this.files.word(report(city, year, quarter, request)));
	}

	private Report report(@Nullable String city, @Nullable Integer year, @Nullable Integer quarter,
			HttpServletRequest request) {
		return this.reports.report(GapController.given(city), year, quarter, this.actor.required(),
				Texts.language(request));
	}

}
