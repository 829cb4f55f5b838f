package io.latchkey.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The BOM names what is published, and nothing else. */
class BomTest {

  private static final String MANAGED = "/project/dependencyManagement/dependencies/dependency";

  @Test
  void bom_namesThePublishedLibrariesAlone() throws Exception {
    assertThat(Pom.of("bom").texts(MANAGED + "/artifactId"))
        .containsExactlyInAnyOrderElementsOf(publishedLibraries());
  }

  @Test
  void bom_givesEachTheVersionOfTheProject() throws Exception {
    Pom bom = Pom.of("bom");
    int libraries = publishedLibraries().size();

    assertThat(bom.texts(MANAGED + "/groupId")).hasSize(libraries).containsOnly("io.latchkey");
    assertThat(bom.texts(MANAGED + "/version"))
        .hasSize(libraries)
        .containsOnly("${project.version}");
    assertThat(bom.text("/project/version")).isEqualTo(Pom.of("").text("/project/version"));
  }

  @Test
  void parent_namesNoLibraryOfOursButTheBom() throws Exception {
    assertThat(Pom.of("").texts(MANAGED + "[groupId='io.latchkey']/artifactId"))
        .containsExactly("latchkey-bom");
  }

  /** The modules that are jars and are deployed. */
  private static List<String> publishedLibraries() throws Exception {
    List<String> libraries = new ArrayList<>();
    for (String module : Pom.of("").texts("/project/modules/module")) {
      Pom pom = Pom.of(module);
      boolean isJar = pom.texts("/project/packaging[.!='jar']").isEmpty();
      boolean isDeployed = pom.texts("//maven.deploy.skip[.='true']").isEmpty();
      if (isJar && isDeployed) {
        libraries.add(pom.text("/project/artifactId"));
      }
    }
    return libraries;
  }
}
