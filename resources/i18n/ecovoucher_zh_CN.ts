<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>EcoVoucher</name>
    <message>
      <source>{file}: the standard value {value} yuan/ha is not above 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} has no service column. Add one column a service after ecosystem, name_zh, name_en.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} has a column “total” beside the services. Remove it: totals are computed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}: the unit “{unit}” is not known. Use “# unit: equivalent factor” or “# unit: yuan/ha”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}: the column “{service}” belongs to no group of services. Name it in one of the lines {lines}, or remove it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}: the provenance names the service “{service}”, but there is no such column.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}: the service “{service}” is listed more than once among {sets}. Keep one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: “{value}” is not an ecosystem. Use one of: {allowed}; or name in a column “covers” the ecosystems that the row stands for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: “{value}” has a row already. Keep one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} must have either a column “code” or a column “ecosystem” beside “coefficient”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} does not say when its coefficients are in force. Add the lines “# valid_from: YYYY-MM-DD” and “# valid_to: YYYY-MM-DD”, the second not before the first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The coefficient table {table} does not give the regulating services of broadleaf forest, the unit of the Jiangyin voucher. Choose another coefficient table, or enter an official conversion file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: the coefficient of “{name}” is {problem}. Enter a number of 0 or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: “{name}” is not an ecosystem. Use one of: {allowed}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} has no coefficient for “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: “{value}” is not an ecosystem. Use one of: {allowed}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: “{value}” is not a class of the standard-forest table. Leave it empty or use one of: {allowed}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: code “{code}” is both construction and ecological land. Decide for one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: column “{column}” says “{value}”. Use yes, no or conditional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, {place}: “{value}” is not a number. Use a decimal point and no unit or thousands separator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table {file} has no header line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table {file} has a header but no rows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} has no column “{missing}”. Its columns are: {columns}. It needs: {required}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} has the column “{column}” more than once. Keep one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: column “{column}” is empty. Fill it in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table {file} cannot be read: {reason}. Check the path.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table {file} is not in UTF-8. Save it as “CSV UTF-8”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}, line {line}: {found} cells, but the header has {expected} columns. Check the commas, and put quotes around text that contains one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}: “{value}” stands twice in column “{column}”, in lines {first} and {second}. Keep one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file}: “# {key}: {value}” is not a date. Write it as YYYY-MM-DD.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The coefficient table {table} is in equivalent factors and names no standard value. Enter one in yuan/ha, or add a line “# standard_value:” to the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The standard value {value} yuan/ha is not above 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The coefficient table {table} is in yuan/ha, so a standard value does not apply. Leave the standard value empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Local factors cannot be applied to {table}: it does not say which of them scales “{service}”. Set the three factors to 1, or name the service in a line {lines} of the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The CRS {crs} names no ellipsoid, so ellipsoidal areas cannot be computed. Choose another area basis, or reproject the parcels to a CRS such as EPSG:4490.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{feature} cannot be transformed into the CRS of the parcels. Check the CRS of its layer, or clip the layer to the area of the parcels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ecological vouchers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: there is no feature to work on. Check the layer, its filter, and “selected features only”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: planar areas in {crs} are not areas on the ground. Use the area basis “ellipsoidal”, or reproject the parcels to a projected CRS such as a Gauss-Krüger zone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: the field “{field}” is already there, but the result needs this name. Rename it, or remove it if it comes from an earlier run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: there is no field “{field}”. Its fields are: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: the field “{field}” holds {type}, not land-use codes. Choose a field of text or whole numbers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer} lies nowhere near the parcels: it covers {extent}, the parcels {parcels} (in {crs}). Check that the layers and their CRSs belong together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: the layer has no CRS. Set the CRS in which its coordinates were recorded (layer properties, Source).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The area basis is “field”, but no field of official areas is chosen. Choose one, or another area basis.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: “{field}” is not a numeric field, so it holds no official areas in m².</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{layer}: the coordinates {extent} lie outside the area for which {crs} is defined. The layer probably has the wrong CRS (for Gauss-Krüger: zone, or eastings with and without zone number).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ellipsoidal: true area on the ellipsoid of the parcels' CRS, whatever the project says. planar: in the parcels' projected CRS. field: the official area of each parcel, to which its parts are scaled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area of each parcel in m² as certified, such as TBMJ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Off: the run stops and names the codes with their areas. On: they are listed, and what depends on them is NULL or left out of the mapped part, never 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area basis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of official areas (m², for “field”)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with codes that have no value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All parcels, with areas in hectares, ESV in yuan per year and vouchers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row for each combination of parcel, base class and target class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Land-use codes that the scheme or the coefficient table does not have, with their area in the parcels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcels with ESV change and vouchers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transitions by parcel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Codes without a value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcels without a result</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area of the parcels (ha)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area not valued (ha)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ESV at the base date (yuan per year)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ESV at the target date (yuan per year)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ESV change (yuan per year)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Voucher supply</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Voucher demand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Net vouchers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The parcel layer changed during the run. Run again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcels: {count} ({by_status})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area: {area} ha, of which {unmapped} ha without a value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ESV: {base} → {target} yuan per year, change {change} yuan per year</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vouchers: supply {supply}, demand {demand}, net {net}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overlay engine: {engine}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rules: {rules}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These land-use codes have no value in the scheme {scheme} with the coefficient table {table}: {codes}. Check the scheme and the code fields, extend the table, or allow codes without a value.{hint}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: the polygon is invalid, and a repair would change its area. Repair it (Fix geometries) and check the area.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: coordinates that cannot be placed in the CRS of the layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: the official area is missing or not above 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: a land-use polygon in it is invalid: {patches}. Repair it (Fix geometries).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: land-use polygons of the same date overlap in it: {patches}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: the parts do not add up to the parcel. Repair the geometries around it (Fix geometries).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The scheme has such codes with a leading zero: a numeric field has lost it; use a text field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No parcel is without a remark. Look at the field ev_status before using the result.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} codes without a value: {codes}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Code {code} ({layer}, {area} ha): {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{code}” ({layer}: {area} ha in {parcels} parcels)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel {ids}: the official area differs by more than {percent} % from the area on the ellipsoid.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parcel ESV change and voucher yield (vector land use)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What each parcel gains or loses in ecosystem service value between two land-use layers, and the ecological vouchers that yields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons to account for, such as restoration or development parcels. Every one is in the result.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ecosystem service value,ESV,ecological voucher,land use,land use change,parcel,restoration,equivalent factor,overlay,生态券,生态系统服务价值,土地利用</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Land use at the base date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Code field of the base land use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Land use at the target date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Code field of the target land use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with a land-use code each, without overlaps. Any CRS; they are transformed to that of the parcels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text or whole numbers, in the codes of the land-use scheme. Leading zeros count: 0101 is not 101.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The classification that the code fields use. Codes of different schemes collide, so it is never guessed: 0303 is mangrove in the Third National Land Survey and shrubland in the planning scheme of 2023.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own scheme: a CSV with the columns code, name_zh, name_en, ecosystem, standard_forest, ecological_gu, ecological_jiangyin, construction, forest_cover.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What a hectare of each ecosystem is worth: the equivalent factors of Xie et al. 2015, 2008 or 2003, Table 1 of Gu et al. 2022 in yuan/ha, or your own table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own coefficients: a CSV with the columns ecosystem, name_zh, name_en and one column a service.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave empty for the table's own: 3406.5 for Xie 2015, 449.1 for Xie 2008, 884.9 for Xie 2003. Does not apply to a table in yuan/ha.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>jiangyin: one voucher is the regulating services of 1 mu of five-year arbor forest; supply where construction land becomes ecological, demand where ecological land becomes construction. standard_forest: hectares of standard forest gained or lost (Gu et al. 2022). The two units are never converted into each other.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The authority's table: ecosystem,coefficient or code,coefficient, with validity dates. Without it a class converts at its regulating services over those of broadleaf forest, which is not the official table.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The land-use scheme is “custom”, but no scheme file is given. Choose a CSV file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The coefficient table is “custom”, but no coefficient file is given. Choose a CSV file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conversion coefficients belong to the voucher standard “jiangyin”, but “{standard}” is chosen. Remove the file or change the standard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Land-use scheme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scheme file (CSV, for “custom”)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Coefficient table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Coefficient file (CSV, for “custom”)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Standard value D of one equivalent factor (yuan/ha per year)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Net primary production, local over national</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scales food, raw materials, gas and climate regulation, environment purification, nutrient cycling, biodiversity and landscape (Xie et al. 2015).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Precipitation, local over national</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scales water supply and hydrological regulation (Xie et al. 2015).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Soil retention, local over national</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scales soil conservation (Xie et al. 2015).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Voucher standard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Official conversion coefficients (CSV, for “jiangyin”)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vouchers are not computed with the official conversion coefficients of Jiangyin, which are not public: each class converts at its regulating services over those of broadleaf forest ({table}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The conversion coefficients of {file} are in force from {start} to {end}, not today ({today}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>D = {used} yuan/ha is used with the table {table}, whose own D is {own} yuan/ha.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
