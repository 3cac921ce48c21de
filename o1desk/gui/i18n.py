"""The language of the window: English in the sources, Simplified Chinese from resources/i18n."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from o1desk.paths import resources

LANGUAGES = {"en": "English", "zh_CN": "\u7b80\u4f53\u4e2d\u6587"}


class Languages:
    """Installs the translators of the language in force."""

    def __init__(self) -> None:
        """Start in English."""
        self._installed: list[QTranslator] = []
        self.language = "en"

    def set_language(self, wanted: str) -> None:
        """Speak a language: "en", "zh_CN", or "system" for the system's own if it is there."""
        language = system_language() if wanted == "system" else wanted
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self.language = language if language in LANGUAGES else "en"
        QLocale.setDefault(QLocale(self.language))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{self.language}", qt)
        # English has a file too: it holds the plurals.
        self._install(f"o1desk_{self.language}", str(resources() / "i18n"))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)


def system_language() -> str:
    """Return the first language of the system that we speak."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh") and ("Hans" in name or name in ("zh", "zh-CN", "zh-SG")):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"
