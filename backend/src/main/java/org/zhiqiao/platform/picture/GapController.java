package org.zhiqiao.platform.picture;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.Texts;
import org.zhiqiao.platform.taxonomy.Scheme;

/** The picture on the web, for those who may see all that is counted. */
@RestController
@RequestMapping("/api/picture")
class GapController {

	static final String OFFICERS = "hasAnyRole('CITY_OFFICER','PROVINCIAL_OFFICER','ADMINISTRATOR')";

	private final Picture picture;

	private final FigureTables tables;

	GapController(Picture picture, FigureTables tables) {
		this.picture = picture;
		this.tables = tables;
	}

	/**
	 * Industries against cities or countries.
	 * @param columns {@code city} or {@code country}
	 * @param city only what is of this city, if the columns are countries
	 * @param country only what is about this country, if the columns are cities
	 * @param language only people who speak it
	 */
	@GetMapping("/gaps")
	@PreAuthorize(OFFICERS)
	GapMatrix gaps(@RequestParam(defaultValue = "city") String columns,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String country,
			@RequestParam(required = false) @Nullable String language) {
		return switch (columns) {
			case "city" -> this.picture.byCity(given(country), given(language));
			case "country" -> this.picture.byCountry(given(city), given(language));
			default -> throw new InvalidInput("/columns", "unknown-code", FigureController.shortened(columns));
		};
	}

	/** The same as a workbook. */
	@GetMapping("/gaps.xlsx")
	@PreAuthorize(OFFICERS)
	ResponseEntity<byte[]> sheet(@RequestParam(defaultValue = "city") String columns,
			@RequestParam(required = false) @Nullable String city,
			@RequestParam(required = false) @Nullable String country,
			@RequestParam(required = false) @Nullable String language, HttpServletRequest request) {
		var reader = Texts.language(request);
		var matrix = gaps(columns, city, country, language);
		var conditions = new ArrayList<>(
				this.tables.conditions(reader, matrix.city(), null, matrix.country(), null, null));
		if (matrix.language() != null) {
			conditions.add(List.of(this.tables.word(reader, "condition.language"),
					this.tables.name(Scheme.LANGUAGES, matrix.language(), reader)));
		}
		return FigureController.workbook("gaps", this.tables.workbook(
				List.of(this.tables.gaps(matrix, matrix.cells(), this.tables.word(reader, "sheet.gaps"), reader)),
				conditions, reader));
	}

	static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value;
	}

}
