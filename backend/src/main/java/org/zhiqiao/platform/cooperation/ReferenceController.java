package org.zhiqiao.platform.cooperation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The paper's figures on the web. */
@RestController
@RequestMapping("/api/cooperation")
class ReferenceController {

	private final ReferenceFigures figures = ReferenceFigures.read();

	/** Figures from before the platform, with their sources; none of them counts anywhere else. */
	@GetMapping("/reference")
	@PreAuthorize("permitAll()")
	ReferenceFigures reference() {
		return this.figures;
	}

}
