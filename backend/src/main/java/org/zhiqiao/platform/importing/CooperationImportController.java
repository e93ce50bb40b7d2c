package org.zhiqiao.platform.importing;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiqiao.platform.account.CurrentActor;
import org.zhiqiao.platform.cooperation.CooperationKind;
import org.zhiqiao.platform.importing.CooperationImport.CooperationList;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.Texts;

/** Lists of cooperation over HTTP. */
@RestController
@RequestMapping("/api/imports/cooperation")
class CooperationImportController {

	private static final String ENTERING = "hasAnyRole('INFORMATION_OFFICER','CITY_OFFICER','PROVINCIAL_OFFICER')";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final CooperationImport lists;

	private final CooperationTemplate template;

	private final CurrentActor actor;

	CooperationImportController(CooperationImport lists, CooperationTemplate template, CurrentActor actor) {
		this.lists = lists;
		this.template = template;
		this.actor = actor;
	}

	/** The empty list of one kind. */
	@GetMapping(path = "/template.xlsx", produces = XLSX)
	@PreAuthorize(ENTERING)
	void template(@RequestParam String kind, HttpServletResponse response) throws IOException {
		var wanted = kind(kind);
		response.setContentType(XLSX);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("zhiqiao-" + wanted.code() + ".xlsx").build().toString());
		this.template.write(wanted, response.getOutputStream());
	}

	/** Says what a list would come to, row by row, and stores nothing. */
	@PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize(ENTERING)
	CooperationList preview(@RequestParam MultipartFile file, @RequestParam String kind, HttpServletRequest request)
			throws IOException {
		return this.lists.look(file, kind(kind), this.actor.required(), Texts.language(request));
	}

	/** Stores a list and hands its entries in for review: all of them, or none if a row is wrong. */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize(ENTERING)
	CooperationList store(@RequestParam MultipartFile file, @RequestParam String kind, HttpServletRequest request)
			throws IOException {
		return this.lists.store(file, kind(kind), this.actor.required(), Texts.language(request));
	}

	private static CooperationKind kind(String code) {
		return CooperationKind.of(code).orElseThrow(() -> new InvalidInput("/kind", "unknown-code", code));
	}

}
