package org.zhiqiao.platform.panel;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.account.CurrentActor;

/** Dossiers of panels on the web. */
@RestController
@RequestMapping("/api/panels")
class DossierController {

	private static final String ZIP = "application/zip";

	private final DossierService dossiers;

	private final CurrentActor actor;

	DossierController(DossierService dossiers, CurrentActor actor) {
		this.dossiers = dossiers;
		this.actor = actor;
	}

	/** All that is on file about a panel in one ZIP, for its organiser and its supervisor. */
	@GetMapping(path = "/{id}/dossier", produces = ZIP)
	@PreAuthorize(PanelController.CONCERNED)
	ResponseEntity<byte[]> export(@PathVariable long id) {
		return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename("dossier-" + id + ".zip").build().toString())
				.contentType(MediaType.parseMediaType(ZIP))
				.body(this.dossiers.export(id, this.actor.required()));
	}

}
