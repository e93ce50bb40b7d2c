package org.zhiqiao.platform.publishing;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhiqiao.platform.account.CurrentActor;

/** Pictures of articles on the web. */
@RestController
@RequestMapping("/api/articles/pictures")
class PictureController {

	/** A picture never changes under its key; yet one that is withdrawn is to be gone within the hour. */
	private static final CacheControl OPEN = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private final Pictures pictures;

	private final CurrentActor actor;

	PictureController(Pictures pictures, CurrentActor actor) {
		this.pictures = pictures;
		this.actor = actor;
	}

	/** Takes a JPEG or PNG file; nothing but what it shows is kept. */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize(ArticleController.EITHER)
	@ResponseStatus(HttpStatus.CREATED)
	Pictures.PictureView take(@RequestParam MultipartFile file) throws IOException {
		this.pictures.mustBeSmallEnough(file.getSize());
		return this.pictures.take(file.getBytes(), this.actor.required());
	}

	/** The largest size. */
	@GetMapping("/{key}")
	@PreAuthorize("permitAll()")
	ResponseEntity<byte[]> show(@PathVariable String key) {
		return answer(key, null);
	}

	/** One of its sizes, by its width. */
	@GetMapping("/{key}/{width}")
	@PreAuthorize("permitAll()")
	ResponseEntity<byte[]> show(@PathVariable String key, @PathVariable int width) {
		return answer(key, width);
	}

	private ResponseEntity<byte[]> answer(String key, @Nullable Integer width) {
		var shown = this.pictures.show(key, width, this.actor.get().orElse(null));
		return ResponseEntity.ok()
				.cacheControl(shown.open() ? OPEN : CacheControl.noCache().cachePrivate())
				.eTag("\"" + key + "-" + ((width != null) ? width : "all") + "\"")
				.contentType(MediaType.parseMediaType(shown.type()))
				.body(shown.content().getByteArray());
	}

}
