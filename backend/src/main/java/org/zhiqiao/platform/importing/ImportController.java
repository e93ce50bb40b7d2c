package org.zhiqiao.platform.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiqiao.platform.expert.ExpertIntake;
import org.zhiqiao.platform.problem.Texts;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api")
class ImportController {

	private static final String OFFICERS = "hasAnyRole('CITY_OFFICER', 'PROVINCIAL_OFFICER', 'INFORMATION_OFFICER', 'ADMINISTRATOR')";

	private static final String WRITERS = "hasAnyRole('EXPERT', 'CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR')";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final String CSV = "text/csv;charset=UTF-8";

	private final ImportService service;

	private final Template template;

	ImportController(ImportService service, Template template) {
		this.service = service;
		this.template = template;
	}

	/**
	 * @param publish whether new profiles that say enough are published at once; those that look like somebody known never are
	 */
	@PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize(OFFICERS)
	@ResponseStatus(HttpStatus.ACCEPTED)
	ImportJob start(@RequestParam MultipartFile file, @RequestParam ImportKind kind,
			@RequestParam(defaultValue = "true") boolean publish) throws IOException {
		return this.service.start(file, kind, publish);
	}

	@GetMapping("/imports")
	@PreAuthorize(OFFICERS)
	ImportService.JobPage list(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page) {
		return this.service.list(page);
	}

	@GetMapping("/imports/{id}")
	@PreAuthorize(OFFICERS)
	ImportJob read(@PathVariable long id) {
		return this.service.read(id);
	}

	@GetMapping("/imports/{id}/errors")
	@PreAuthorize(OFFICERS)
	ImportService.ErrorPage errors(@PathVariable long id,
			@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page,
			HttpServletRequest request) {
		return this.service.errors(id, page, Texts.language(request));
	}

	/** The wrong rows with the reasons, as a list that can be mended and imported again. */
	@GetMapping(path = "/imports/{id}/errors.xlsx", produces = XLSX)
	@PreAuthorize(OFFICERS)
	void wrongRows(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.service.read(id);
		name(response, XLSX, "import-" + id + "-errors.xlsx");
		this.service.writeWrongRows(id, Texts.language(request), response.getOutputStream());
	}

	/** The wrong lines of a JSON file as they stood there. */
	@GetMapping(path = "/imports/{id}/errors.jsonl", produces = "application/x-ndjson")
	@PreAuthorize(OFFICERS)
	void wrongLines(@PathVariable long id, HttpServletResponse response) throws IOException {
		this.service.read(id);
		name(response, "application/x-ndjson", "import-" + id + "-errors.jsonl");
		this.service.writeWrongLines(id, response.getOutputStream());
	}

	@PostMapping("/imports/{id}/pause")
	@PreAuthorize(OFFICERS)
	ImportJob pause(@PathVariable long id) {
		return this.service.pause(id);
	}

	@PostMapping("/imports/{id}/resume")
	@PreAuthorize(OFFICERS)
	ImportJob resume(@PathVariable long id) {
		return this.service.resume(id);
	}

	@PostMapping("/imports/{id}/cancel")
	@PreAuthorize(OFFICERS)
	ImportJob cancel(@PathVariable long id) {
		return this.service.cancel(id);
	}

	@GetMapping(path = "/imports/template.xlsx", produces = XLSX)
	@PreAuthorize(OFFICERS)
	void template(HttpServletResponse response) throws IOException {
		name(response, XLSX, "zhiqiao-experts.xlsx");
		this.template.writeXlsx(response.getOutputStream());
	}

	@GetMapping(path = "/imports/template.csv", produces = CSV)
	@PreAuthorize(OFFICERS)
	void csvTemplate(HttpServletResponse response) throws IOException {
		name(response, CSV, "zhiqiao-experts.csv");
		this.template.writeCsv(response.getOutputStream());
	}

	/** Adds an ORCID public record to a profile and says what is new. */
	@PostMapping(path = "/experts/{id}/imports/orcid", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize(WRITERS)
	ExpertIntake.Added addOrcid(@PathVariable long id, @RequestParam MultipartFile file) throws IOException {
		return this.service.addOrcid(id, file);
	}

	private static void name(HttpServletResponse response, String type, String name) {
		response.setContentType(type);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name).build().toString());
	}

	/** The kind as the API writes it, in lower case. */
	@Component
	static class ImportKindByCode implements Converter<String, ImportKind> {

		@Override
		public ImportKind convert(String code) {
			return ImportKind.valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}
