package org.zhiqiao.platform.publishing;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.zhiqiao.platform.problem.InvalidInput;

/**
 * Makes a picture anew from what was uploaded, in several sizes: only its points are taken over, so that neither the place where
 * it was taken nor anything else that was hidden in the file goes on.
 */
final class PictureMaker {

	/** Widths in points for phones, pages and dense screens. */
	private static final int[] WIDTHS = {480, 960, 1600};

	private static final int LONGEST_SIDE = 20_000;

	private static final float QUALITY = 0.86f;

	private PictureMaker() {}

	/**
	 * A picture made anew.
	 *
	 * @param type its media type
	 * @param sizes files by their width
	 */
	record Made(String type, int width, int height, TreeMap<Integer, byte[]> sizes) {

	}

	/**
	 * Looks at what a file claims before anything of it is unfolded.
	 * @throws InvalidInput if it is no picture that can be taken, with the reason
	 */
	static Made make(byte[] file, long mostPixels) {
		var format = format(file);
		if (format == null) {
			throw new InvalidInput("/file", "picture-type");
		}
		ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
		try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			reader.setInput(in, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > mostPixels) {
				throw new InvalidInput("/file", "picture-too-many-points", width, height, mostPixels / 1_000_000);
			}
			var parameters = reader.getDefaultReadParam();
			int step = Math.max(1, Math.min(width, height) / (2 * WIDTHS[WIDTHS.length - 1]));
			parameters.setSourceSubsampling(step, step, 0, 0);
			var upright = turned(reader.read(0, parameters), format.equals("jpeg") ? orientation(file) : 1);
			return sizes(upright, format);
		} catch (IOException | IllegalArgumentException | IndexOutOfBoundsException
				| NegativeArraySizeException broken) {
			throw new InvalidInput("/file", "picture-broken");
		} finally {
			reader.dispose();
		}
	}

	/** By the first bytes: a name can say anything. */
	private static @Nullable String format(byte[] file) {
		if (file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8 && (file[2] & 0xFF) == 0xFF) {
			return "jpeg";
		}
		if (file.length > 8 && (file[0] & 0xFF) == 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G') {
			return "png";
		}
		return null;
	}

	private static Made sizes(BufferedImage picture, String format) throws IOException {
		var sizes = new TreeMap<Integer, byte[]>();
		boolean clear = picture.getColorModel().hasAlpha();
		String to = (clear || format.equals("png")) ? "png" : "jpeg";
		int largest = Math.min(picture.getWidth(), WIDTHS[WIDTHS.length - 1]);
		for (int wanted : WIDTHS) {
			int width = Math.min(wanted, largest);
			if (!sizes.containsKey(width)) {
				sizes.put(width, written(scaled(picture, width, to.equals("png") && clear), to));
			}
		}
		int height = Math.max(1, Math.round((float) picture.getHeight() * largest / picture.getWidth()));
		return new Made("image/" + to, largest, height, sizes);
	}

	/** By halves, so that fine lines do not break. */
	private static BufferedImage scaled(BufferedImage picture, int width, boolean clear) {
		var from = picture;
		while (from.getWidth() / 2 >= width) {
			from = drawn(from, from.getWidth() / 2, Math.max(1, from.getHeight() / 2), clear);
		}
		int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
		return drawn(from, width, height, clear);
	}

	private static BufferedImage drawn(BufferedImage from, int width, int height, boolean clear) {
		var to = new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		var graphics = to.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
			if (!clear) {
				graphics.setColor(Color.WHITE);
				graphics.fillRect(0, 0, width, height);
			}
			graphics.drawImage(from, 0, 0, width, height, null);
		} finally {
			graphics.dispose();
		}
		return to;
	}

	private static byte[] written(BufferedImage picture, String format) throws IOException {
		var bytes = new ByteArrayOutputStream();
		var writer = ImageIO.getImageWritersByFormatName(format).next();
		try (var out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			var parameters = writer.getDefaultWriteParam();
			if (format.equals("jpeg")) {
				parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				parameters.setCompressionQuality(QUALITY);
				parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			}
			writer.write(null, new IIOImage(picture, null, null), parameters);
		} finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Telephones store pictures as the sensor lies and say beside it which side is up. */
	private static BufferedImage turned(BufferedImage picture, int orientation) {
		int width = picture.getWidth();
		int height = picture.getHeight();
		var turn = switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> null;
		};
		if (turn == null) {
			return picture;
		}
		boolean across = orientation >= 5;
		var to = new BufferedImage(across ? height : width, across ? width : height, BufferedImage.TYPE_INT_RGB);
		var graphics = to.createGraphics();
		try {
			graphics.drawImage(picture, turn, null);
		} finally {
			graphics.dispose();
		}
		return to;
	}

	/** The tag 0x0112 of the first directory of a JPEG's EXIF part (CIPA DC-008); 1 if there is none. */
	private static int orientation(byte[] file) {
		int at = 2;
		while (at + 4 < file.length && (file[at] & 0xFF) == 0xFF) {
			int marker = file[at + 1] & 0xFF;
			int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
			if (marker == 0xE1 && at + 18 < file.length && file[at + 4] == 'E' && file[at + 5] == 'x') {
				return tag(file, at + 10, Math.min(file.length, at + 2 + length));
			}
			if (marker == 0xDA || length < 2) {
				return 1;
			}
			at += 2 + length;
		}
		return 1;
	}

	private static int tag(byte[] file, int start, int end) {
		boolean little = file[start] == 'I';
		long directory = start + number(file, start + 4, 4, little, end);
		if (directory + 2 > end) {
			return 1;
		}
		long entries = number(file, (int) directory, 2, little, end);
		for (long i = 0; i < entries; i++) {
			long entry = directory + 2 + i * 12;
			if (entry + 12 > end) {
				return 1;
			}
			if (number(file, (int) entry, 2, little, end) == 0x0112) {
				return (int) number(file, (int) entry + 8, 2, little, end);
			}
		}
		return 1;
	}

	private static long number(byte[] file, int at, int bytes, boolean little, int end) {
		if (at < 0 || at + bytes > end) {
			return 0;
		}
		long number = 0;
		for (int i = 0; i < bytes; i++) {
			number = number << 8 | (file[little ? at + bytes - 1 - i : at + i] & 0xFF);
		}
		return number;
	}

}
