"""The dock: review restoration parcels on the map (design contract 3.7)."""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..i18n import tr
from .background.runs import stop_all
from .balance.page import BalancePage
from .frame.header import Header
from .frame.layer_notice import LayerNotice
from .frame.message_strip import MessageStrip
from .frame.page_tabs import PageTabs
from .frame.progress import ProgressStrip
from .page import DockContext, Page
from .parcel.page import ParcelPage
from .project_state import ProjectState
from .results.result_layers import is_result, result_layers
from .results.review import Review
from .results.scope import Scope
from .revenue.page import RevenuePage
from .scenarios.page import ScenariosPage
from .trade.page import TradePage

RECORDS, PARCEL = "records", "parcel"
OWN = "dock"


class EcoVoucherDock(QgsDockWidget):
    """Layer and scope on top, then the pages, a progress bar and one line for messages.

    It routes what happens to the page that is visible; a page that was hidden meanwhile catches up when it is shown.
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("EcoVoucher"), iface.mainWindow())
        self.setObjectName("EcoVoucherDock")
        self.iface = iface
        self.state = ProjectState()
        self.progress = ProgressStrip(self)
        self.messages = MessageStrip(self)
        self.header = Header(self)
        self.notice = LayerNotice(self)
        self.review = Review(iface.mapCanvas(), self.progress, self)
        self.pages = self._make_pages(DockContext(iface, self.state, self.progress))
        self.tabs = PageTabs(self.pages, self)
        self._lay_out()
        self._parcel: int | None = None
        self._behind = {page: {RECORDS, PARCEL} for page in self.pages.values()}
        self._is_open = False
        self._visible: Page | None = None
        self._connect()

    def _make_pages(self, context: DockContext) -> dict[str, Page]:
        pages = {
            "balance": BalancePage(context, self),
            "revenue": RevenuePage(context, self),
            "trade": TradePage(context, self),
            "parcel": ParcelPage(context, self),
            "scenarios": ScenariosPage(context, self),
        }
        pages["scenarios"].results_wanted = self._results
        return pages

    def _results(self) -> dict[str, dict[str, object]]:
        """Return what the pages show for the layer and scope as they are now: hidden pages of figures catch up."""
        for name in ("balance", "revenue"):
            self._catch_up(self.pages[name])
        return {name: found for name, page in self.pages.items() if (found := page.results())}

    def _lay_out(self) -> None:
        body = QWidget(self)
        layout = QVBoxLayout(body)
        for widget in (self.header, self.messages, self.notice):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.progress)
        self.setWidget(body)

    def _connect(self) -> None:
        self.header.layer_picked.connect(self._pick_layer)
        self.header.scope_picked.connect(self.review.set_scope)
        self.notice.run_wanted.connect(self._open_algorithm)
        self.review.layer_changed.connect(self._show_layer)
        self.review.records_changed.connect(self._records_changed)
        self.review.scope_changed.connect(self._scope_changed)
        self.tabs.currentChanged.connect(self._show_visible_page)
        self.visibilityChanged.connect(self._visibility_changed)
        QgsProject.instance().readProject.connect(self._project_changed)
        QgsProject.instance().cleared.connect(self._project_changed)
        QgsProject.instance().layersAdded.connect(self._layers_added)
        for page in self.pages.values():
            page.message.connect(self.messages.show_message)
            page.parcel_chosen.connect(self.choose_parcel)
            page.parcels_wanted.connect(self.show_parcels)
        self.pages["balance"].scope_wanted.connect(self.choose_scope)

    def choose_scope(self, scope: Scope) -> None:
        """Let other parcels count."""
        self.header.show_scope(scope)
        self.review.set_scope(scope)

    def choose_parcel(self, feature_id: int | None) -> None:
        """Make a parcel the current one, and show its card."""
        self._parcel = feature_id
        self._let_know(PARCEL)
        if feature_id is not None:
            self.tabs.setCurrentIndex(list(self.pages).index("parcel"))

    def show_parcels(self, feature_ids: list[int]) -> None:
        """Select parcels in the layer and zoom there."""
        layer = self.review.layer
        if layer is None:
            return
        layer.selectByIds(feature_ids)
        if feature_ids and layer.isSpatial():
            self.iface.mapCanvas().zoomToSelected(layer)

    def release(self) -> None:
        """Take back everything: tasks, signals, map tools, rubber bands."""
        self.visibilityChanged.disconnect(self._visibility_changed)
        QgsProject.instance().readProject.disconnect(self._project_changed)
        QgsProject.instance().cleared.disconnect(self._project_changed)
        QgsProject.instance().layersAdded.disconnect(self._layers_added)
        for page in self.pages.values():
            page.release()
        stop_all()  # The provider goes next, and no algorithm may outlive it.
        self.review.release()
        self.progress.release()

    def _pick_layer(self, layer: QgsVectorLayer | None) -> None:
        self.messages.clear()
        self.review.set_layer(layer)
        if layer is not None:
            self.state.write(OWN, "layer", layer.id())

    def _show_layer(self) -> None:
        """Show the layer under review, or what stands in the way of its figures."""
        layer, records = self.review.layer, self.review.records
        self.header.show_layer(layer)
        self.header.show_scope(self.review.scope)
        if layer is None:
            self.notice.show_no_layer()
        elif not is_result(layer):
            self.notice.show_foreign(layer)
        elif records is None and not self.review.is_reading and self.isVisible():
            self.notice.show_unread(layer)
        elif records is not None and not len(records):
            self.notice.show_empty(layer)
        else:
            self.notice.hide()

    def _records_changed(self) -> None:
        records = self.review.records
        if records is None or (self._parcel is not None and records.row_of(self._parcel) is None):
            self._parcel = None
            self._let_know(PARCEL)
        self._show_layer()
        self._scope_changed()

    def _scope_changed(self) -> None:
        mask = self.review.mask
        self.header.show_count(None if mask is None else int(mask.sum()), 0 if mask is None else len(mask))
        self._let_know(RECORDS)

    def _let_know(self, what: str) -> None:
        for behind in self._behind.values():
            behind.add(what)
        self._show_visible_page()

    def _show_visible_page(self) -> None:
        """Tell pages that they are visible or hidden, and the visible one what it missed."""
        page = self.tabs.currentWidget().widget() if self._is_open else None
        if page is not self._visible:
            if self._visible is not None:
                self._visible.deactivated()
            self._visible = page
            if page is not None:
                page.activated()
        if page is not None:
            self._catch_up(page)

    def _catch_up(self, page: Page) -> None:
        """Tell a page what changed since it was last told."""
        behind = self._behind[page]
        if RECORDS in behind:
            behind.discard(RECORDS)
            page.show_records(self.review.records, self.review.mask)
        if PARCEL in behind:
            behind.discard(PARCEL)
            page.show_parcel(self._parcel)

    def _visibility_changed(self, visible: bool) -> None:
        self._is_open = visible
        if visible and self.review.layer is None:
            self._find_layer()
        self.review.set_active(visible)
        self._show_visible_page()

    def _find_layer(self) -> None:
        """Take the layer that the project remembers, else the first result there is."""
        remembered = QgsProject.instance().mapLayer(str(self.state.read(OWN, "layer", "")))
        results = result_layers()
        self.review.set_layer(remembered if is_result(remembered) else results[0] if results else None)

    def _layers_added(self) -> None:
        if self._is_open and self.review.layer is None:
            self._find_layer()

    def _project_changed(self) -> None:
        self.messages.clear()
        for page in self.pages.values():
            page.project_changed()
        if self._is_open:
            self._find_layer()

    def _open_algorithm(self, algorithm_id: str) -> None:
        """Open the dialog of an algorithm with the layer as its parcels."""
        try:
            from processing import createAlgorithmDialog
        except ImportError:
            self.messages.show_message(tr("The algorithm {name} is not there. Enable the Processing plugin.").format(
                name=algorithm_id))
            return
        layer = self.review.layer
        createAlgorithmDialog(algorithm_id, {} if layer is None else {"PARCELS": layer.id()}).show()
