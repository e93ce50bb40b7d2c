package org.zhiqiao.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.ProblemException.FieldError;

class PictureMakerTest {

	private static final long POINTS = 60_000_000;

	/** Red on its left half, blue on its right. */
	static byte[] picture(int width, int height, String format) throws IOException {
		var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var graphics = picture.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width / 2, height);
		graphics.setColor(Color.BLUE);
		graphics.fillRect(width / 2, 0, width - width / 2, height);
		graphics.dispose();
		var bytes = new ByteArrayOutputStream();
		ImageIO.write(picture, format, bytes);
		return bytes.toByteArray();
	}

	/** A JPEG with an EXIF part that says which side is up and, in its own directory, where it was taken. */
	static byte[] withPlace(byte[] jpeg, int orientation) {
		var tiff = ByteBuffer.allocate(120);
		tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
		tiff.putShort((short) 2);
		tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
		tiff.putInt(0);
		tiff.putShort((short) 1);
		tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
		tiff.putInt(0);
		tiff.put("GPS 31.8206N 117.2272E made-by-phone".getBytes(StandardCharsets.US_ASCII));
		var exif = ByteBuffer.allocate(4 + 6 + tiff.position());
		exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + 6 + tiff.position()));
		exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array(), 0, tiff.position());
		return ByteBuffer.allocate(jpeg.length + exif.capacity())
				.put(jpeg, 0, 2)
				.put(exif.array())
				.put(jpeg, 2, jpeg.length - 2)
				.array();
	}

	@Test
	void takesOverNothingButThePoints() throws IOException {
		var sent = withPlace(picture(1000, 500, "jpeg"), 1);
		assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS 31.8206N");
		var made = PictureMaker.make(sent, POINTS);
		assertThat(made.type()).isEqualTo("image/jpeg");
		assertThat(made.sizes().keySet()).containsExactly(480, 960, 1000);
		made.sizes().forEach((width, file) -> {
			assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS", "made-by-phone");
			assertThat(read(file).getWidth()).isEqualTo(width);
		});
	}

	@Test
	void keepsUprightWhatATelephoneTookLyingDown() throws IOException {
		var made = PictureMaker.make(withPlace(picture(600, 300, "jpeg"), 6), POINTS);
		assertThat(made.width()).isEqualTo(300);
		assertThat(made.height()).isEqualTo(600);
		var shown = read(made.sizes().lastEntry().getValue());
		assertThat(new Color(shown.getRGB(150, 60)).getRed()).as("what was left is above").isGreaterThan(200);
		assertThat(new Color(shown.getRGB(150, 540)).getBlue()).isGreaterThan(200);
	}

	@Test
	void keepsPicturesWithClearPartsClear() throws IOException {
		var clear = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
		var bytes = new ByteArrayOutputStream();
		ImageIO.write(clear, "png", bytes);
		var made = PictureMaker.make(bytes.toByteArray(), POINTS);
		assertThat(made.type()).isEqualTo("image/png");
		assertThat(made.sizes().keySet()).containsExactly(20);
		assertThat(read(made.sizes().firstEntry().getValue()).getRGB(3, 3) >>> 24).isZero();
	}

	@Test
	void refusesHugePicturesBeforeUnfoldingThem() throws IOException {
		var header = ByteBuffer.allocate(13).putInt(19_000).putInt(19_000).put(new byte[]{8, 2, 0, 0, 0}).array();
		var bomb = new ByteArrayOutputStream();
		bomb.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
		chunk(bomb, "IHDR", header);
		chunk(bomb, "IDAT", new byte[]{0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
		chunk(bomb, "IEND", new byte[0]);
		refuses(bomb.toByteArray(), "picture-too-many-points");
	}

	private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
		var type = name.getBytes(StandardCharsets.US_ASCII);
		var crc = new CRC32();
		crc.update(type);
		crc.update(content);
		out.write(ByteBuffer.allocate(4).putInt(content.length).array());
		out.write(type);
		out.write(content);
		out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

	@Test
	void refusesWhatIsNoPicture() throws IOException {
		refuses("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "picture-type");
		refuses(new byte[0], "picture-type");
		refuses(java.util.Arrays.copyOf(picture(100, 100, "png"), 60), "picture-broken");
		refuses(new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 4, 'E', 'x'}, "picture-broken");
	}

	private static void refuses(byte[] file, String code) {
		assertThatThrownBy(() -> PictureMaker.make(file, POINTS)).isInstanceOfSatisfying(InvalidInput.class,
				refused -> assertThat(refused.errors()).extracting(FieldError::code).containsExactly(code));
	}

	private static BufferedImage read(byte[] file) {
		try {
			return ImageIO.read(new ByteArrayInputStream(file));
		} catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
