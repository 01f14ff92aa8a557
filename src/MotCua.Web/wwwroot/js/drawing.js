// The editor of drawings is large and comes only to this page. Without it the page shows the picture and leads to the table.
const form = document.querySelector("form[data-drawing]");

const words = {
  "Activate hand tool": "Kéo bản vẽ", "Activate lasso tool": "Chọn nhiều phần tử", "Activate create/remove space tool": "Thêm, bớt khoảng trống",
  "Activate global connect tool": "Nối hai phần tử", "Create start event": "Thêm điểm bắt đầu", "Create end event": "Thêm điểm kết thúc",
  "Create gateway": "Thêm điểm rẽ nhánh", "Create task": "Thêm bước", "Create expanded sub-process": "Thêm tiểu quy trình",
  "Create intermediate/boundary event": "Thêm sự kiện giữa chừng", "Create data object reference": "Thêm dữ liệu",
  "Create data store reference": "Thêm kho dữ liệu", "Create pool/participant": "Thêm cơ quan", "Create group": "Thêm nhóm",
  "Append task": "Thêm bước tiếp theo", "Append gateway": "Thêm điểm rẽ tiếp theo", "Append end event": "Thêm điểm kết thúc",
  "Append intermediate/boundary event": "Thêm sự kiện tiếp theo", "Append {type}": "Thêm {type}", "Connect to other element": "Nối tới phần tử khác",
  "Connect using association": "Nối với ghi chú", "Add text annotation": "Thêm ghi chú", "Change element": "Đổi loại phần tử", "Delete": "Xóa", "Remove": "Xóa",
  "Add lane above": "Thêm làn phía trên", "Add lane below": "Thêm làn phía dưới", "Divide into two lanes": "Chia hai làn", "Divide into three lanes": "Chia ba làn",
  "Task": "Bước", "User task": "Bước của cán bộ", "Manual task": "Bước làm tay", "Service task": "Bước của hệ thống khác", "Send task": "Bước gửi",
  "Receive task": "Bước chờ nhận", "Call activity": "Gọi quy trình khác", "Sub-process (collapsed)": "Tiểu quy trình (thu gọn)",
  "Sub-process (expanded)": "Tiểu quy trình (mở)", "Exclusive gateway": "Rẽ một nhánh", "Parallel gateway": "Rẽ song song",
  "Inclusive gateway": "Rẽ một hay nhiều nhánh", "Sequence flow": "Luồng", "Default flow": "Nhánh mặc định", "Conditional flow": "Nhánh có điều kiện",
  "Start event": "Điểm bắt đầu", "End event": "Điểm kết thúc", "Terminate end event": "Chấm dứt toàn bộ", "Error end event": "Kết thúc vì lỗi",
  "Search in diagram": "Tìm trong sơ đồ", "Change type": "Đổi loại", "Message start event": "Bắt đầu khi có thông báo", "Timer start event": "Bắt đầu theo giờ",
  "Timer intermediate catch event": "Chờ đến giờ", "Message intermediate catch event": "Chờ thông báo", "Timer boundary event": "Quá giờ ở bước",
  "Message boundary event": "Thông báo đến ở bước", "Align elements": "Căn thẳng hàng", "Toggle non-interrupting": "Ngắt hoặc không ngắt bước",
};
const translate = (text, values = {}) => (words[text] ?? text).replace(/{([^}]+)}/g, (whole, key) => values[key] ?? whole);

const script = src => new Promise((done, fail) => {
  const tag = Object.assign(document.createElement("script"), { src, onload: done, onerror: fail });
  document.head.append(tag);
});

async function open() {
  const canvas = form.querySelector(".canvas"), still = form.querySelector(".still"), said = form.querySelector("[data-drawing-said]");
  const xml = form.elements.Xml, save = form.querySelector("[data-drawing-save]");
  let changed = false;
  try {
    await script("/lib/bpmn-js/bpmn-modeler.production.min.js");
    canvas.hidden = false;
    const modeler = new window.BpmnJS({ container: canvas, additionalModules: [{ translate: ["value", translate] }] });
    await modeler.importXML(xml.value);
    // The tools lie over the left edge: the drawing begins beside them.
    const view = modeler.get("canvas");
    view.zoom(view.zoom("fit-viewport") * 0.9);
    const box = view.viewbox();
    view.viewbox({ ...box, x: box.inner.x - 110 / box.scale, y: box.inner.y - 20 / box.scale });
    still.hidden = true;
    form.classList.add("open");
    modeler.on("commandStack.changed", () => { changed = true; said.textContent = "Có thay đổi chưa lưu."; });
    save.addEventListener("click", async () => {
      xml.value = (await modeler.saveXML({ format: true })).xml;
      changed = false;
      save.disabled = true;
      form.submit();
    });
    addEventListener("beforeunload", e => { if (changed) e.preventDefault(); });
  } catch {
    canvas.hidden = true;
    still.hidden = false;
    save.disabled = true;
    said.textContent = "Không mở được trình vẽ. Hãy sửa ở bảng các bước hoặc tải tệp lên.";
  }
}

if (form) open();
