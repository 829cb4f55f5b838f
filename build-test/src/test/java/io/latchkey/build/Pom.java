package io.latchkey.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A pom of this repository, as it is written. */
record Pom(Document document) {

  /** The folder of the repository. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The pom of a module, or of the parent, whose folder is empty. */
  static Pom of(String folder) throws IOException {
    try (var in = Files.newInputStream(ROOT.resolve(folder).resolve("pom.xml"))) {
      return new Pom(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("the pom of \"" + folder + "\" cannot be read", e);
    }
  }

  /** The texts of all elements at an XPath, in order. */
  List<String> texts(String path) throws XPathExpressionException {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  /** The text of the one element at an XPath. */
  String text(String path) throws XPathExpressionException {
    List<String> texts = texts(path);
    if (texts.size() != 1) {
      throw new AssertionError(path + " is not one element but " + texts);
    }
    return texts.get(0);
  }
}
